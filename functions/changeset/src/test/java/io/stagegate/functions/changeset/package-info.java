@NullMarked
package io.stagegate.functions.changeset;

import org.jspecify.annotations.NullMarked;
