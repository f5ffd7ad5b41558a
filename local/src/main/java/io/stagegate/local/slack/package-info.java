/**
 * Slack's stand-in: it takes messages, shows them with their buttons, and tells what is pressed.
 */
@NullMarked
package io.stagegate.local.slack;

import org.jspecify.annotations.NullMarked;
