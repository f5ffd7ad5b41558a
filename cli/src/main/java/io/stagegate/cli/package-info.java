/**
 * What people and their CI call: {@code ./stagegate review}. It knows the model, the review and the
 * templates, and nothing of AWS.
 */
@NullMarked
package io.stagegate.cli;

import org.jspecify.annotations.NullMarked;
