/** Tasks of the state machines: a record in, a record out. */
@NullMarked
package io.stagegate.step;

import org.jspecify.annotations.NullMarked;
