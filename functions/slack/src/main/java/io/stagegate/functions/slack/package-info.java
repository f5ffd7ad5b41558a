/** People decide in Slack: presses of buttons and the form that asks for a reason. */
@NullMarked
package io.stagegate.functions.slack;

import org.jspecify.annotations.NullMarked;
