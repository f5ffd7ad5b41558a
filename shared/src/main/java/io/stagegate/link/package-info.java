/**
 * Personal links: each is one person's, for one review, good for one decision. Opening one decides
 * nothing; what beside the link is needed to decide is for the project to say.
 */
@NullMarked
package io.stagegate.link;

import org.jspecify.annotations.NullMarked;
