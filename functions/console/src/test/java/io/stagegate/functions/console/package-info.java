@NullMarked
package io.stagegate.functions.console;

import org.jspecify.annotations.NullMarked;
