/**
 * Makes a service's package from a source tree: what {@code aws cloudformation package} does, with
 * the same bytes whoever runs it.
 */
@NullMarked
package io.stagegate.functions.build.packaging;

import org.jspecify.annotations.NullMarked;
