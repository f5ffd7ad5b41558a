/**
 * The reader of CloudFormation change sets: DescribeChangeSet answers and, where present, the two
 * templates in; a {@link io.stagegate.review.Review} out.
 *
 * <p>Pure: no AWS SDK, no clock, no I/O. The same input always gives the same bytes.
 */
@NullMarked
package io.stagegate.review;

import org.jspecify.annotations.NullMarked;
