/** Puts Stagegate into an AWS account: says what will happen, asks, and has the CDK do it. */
@NullMarked
package io.stagegate.local.deploy;

import org.jspecify.annotations.NullMarked;
