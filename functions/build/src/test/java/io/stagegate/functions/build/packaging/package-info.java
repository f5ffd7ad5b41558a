@NullMarked
package io.stagegate.functions.build.packaging;

import org.jspecify.annotations.NullMarked;
