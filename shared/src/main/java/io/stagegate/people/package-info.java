/** Who signs in, and the tokens they have. */
@NullMarked
package io.stagegate.people;

import org.jspecify.annotations.NullMarked;
