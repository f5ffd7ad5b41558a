/**
 * IAM policies compared by what they mean: what one allows or forbids that another does not.
 *
 * <p>Pure and careful: one policy counts as included in another only where that follows from IAM's
 * rules. What can't be proven is taken for a difference.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM
 *     JSON policy elements</a>
 */
@NullMarked
package io.stagegate.review.policy;

import org.jspecify.annotations.NullMarked;
