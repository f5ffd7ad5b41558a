/** Puts the synthesized template and its assets into the emulator. */
@NullMarked
package io.stagegate.local.stack;

import org.jspecify.annotations.NullMarked;
