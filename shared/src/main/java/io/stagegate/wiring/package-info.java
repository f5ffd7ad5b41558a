/**
 * How the functions are put together: their settings, and Dagger modules for what they share. Each
 * function's component names the modules it needs and no others, so it loads no SDK client that it
 * doesn't call.
 */
@NullMarked
package io.stagegate.wiring;

import org.jspecify.annotations.NullMarked;
