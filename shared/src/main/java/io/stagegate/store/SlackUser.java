package io.stagegate.store;

import io.stagegate.model.Login;
import java.time.Instant;

/**
 * Whose a Slack user id is, so that who presses something there is found. It is written and deleted
 * with the person's contacts.
 *
 * @param since when they verified it
 */
public record SlackUser(String id, Login login, Instant since) {}
