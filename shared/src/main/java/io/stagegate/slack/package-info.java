/**
 * Slack: what is said there and how, and the calls that say it. Text from outside is escaped here,
 * and nowhere else.
 */
@NullMarked
package io.stagegate.slack;

import org.jspecify.annotations.NullMarked;
