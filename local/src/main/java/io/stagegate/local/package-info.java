/** The same system on one machine: starts and stops everything, and the commands for it. */
@NullMarked
package io.stagegate.local;

import org.jspecify.annotations.NullMarked;
