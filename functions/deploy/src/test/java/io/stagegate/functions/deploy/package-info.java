@NullMarked
package io.stagegate.functions.deploy;

import org.jspecify.annotations.NullMarked;
