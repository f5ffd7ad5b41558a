/** Prepares change sets, turns them into the review, and makes sure that nothing moved since. */
@NullMarked
package io.stagegate.functions.changeset;

import org.jspecify.annotations.NullMarked;
