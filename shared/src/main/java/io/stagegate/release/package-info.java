/** Releases as use cases: asking for one, asking people, and how the question ends. */
@NullMarked
package io.stagegate.release;

import org.jspecify.annotations.NullMarked;
