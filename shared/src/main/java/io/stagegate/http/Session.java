package io.stagegate.http;

import java.time.Instant;

/**
 * Somebody signed in with a browser.
 *
 * @param id random, what the session's CSRF token is made from
 */
public record Session(String login, String id, Instant issuedAt) {}
