@NullMarked
package io.stagegate.functions.build;

import org.jspecify.annotations.NullMarked;
