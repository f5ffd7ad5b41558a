/** Applies change sets, follows them, records how they ended, and keeps the line for a target. */
@NullMarked
package io.stagegate.functions.deploy;

import org.jspecify.annotations.NullMarked;
