/** The state machines, run on the emulator with functions that answer by script. */
@NullMarked
package io.stagegate.local.workflow;

import org.jspecify.annotations.NullMarked;
