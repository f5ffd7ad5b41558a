/** A stand-in for GitHub over local git repositories, and the deliveries GitHub would send. */
@NullMarked
package io.stagegate.local.github;

import org.jspecify.annotations.NullMarked;
