/** Which AWS emulator is used, how it is started, and how it is stopped. */
@NullMarked
package io.stagegate.local.emulator;

import org.jspecify.annotations.NullMarked;
