/** Who is told what about a release, and in which words; how it reaches them is another matter. */
@NullMarked
package io.stagegate.notice;

import org.jspecify.annotations.NullMarked;
