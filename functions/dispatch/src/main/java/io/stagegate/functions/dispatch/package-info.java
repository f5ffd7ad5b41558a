/** Delivers what the table's transactions asked for: starts workflows and lets them go on. */
@NullMarked
package io.stagegate.functions.dispatch;

import org.jspecify.annotations.NullMarked;
