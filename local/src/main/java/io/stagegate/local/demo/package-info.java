/** The story that {@code ./stagegate demo} tells, played over HTTP as GitHub and a person would. */
@NullMarked
package io.stagegate.local.demo;

import org.jspecify.annotations.NullMarked;
