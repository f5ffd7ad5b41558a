/** CloudFormation, S3, Step Functions and Secrets Manager behind small interfaces. */
@NullMarked
package io.stagegate.cloud;

import org.jspecify.annotations.NullMarked;
