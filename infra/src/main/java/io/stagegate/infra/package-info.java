/**
 * Stagegate's AWS resources as a CDK app: {@link io.stagegate.infra.Main} is its table of contents,
 * one construct per concern behind it.
 *
 * <p>The app knows a function by its zip, its handler's name, its environment and what it may do,
 * and nothing of its code. Synthesis needs Node and no AWS account, and gives the same template
 * from the same zips and definitions every time: so maps that reach the template keep their order.
 */
@NullMarked
package io.stagegate.infra;

import org.jspecify.annotations.NullMarked;
