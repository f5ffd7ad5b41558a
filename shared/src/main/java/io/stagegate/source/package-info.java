/**
 * Where builds come from: what GitHub says in its webhooks, and a repository's files at a commit.
 */
@NullMarked
package io.stagegate.source;

import org.jspecify.annotations.NullMarked;
