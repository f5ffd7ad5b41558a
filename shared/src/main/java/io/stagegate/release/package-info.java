/** Use cases that several functions share: asking for a release, deciding, and what one changes. */
@NullMarked
package io.stagegate.release;

import org.jspecify.annotations.NullMarked;
