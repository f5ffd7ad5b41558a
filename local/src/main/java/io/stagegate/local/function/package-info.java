/** Runs Lambda functions, each in a JVM of its own, under the AWS Runtime Interface Client. */
@NullMarked
package io.stagegate.local.function;

import org.jspecify.annotations.NullMarked;
