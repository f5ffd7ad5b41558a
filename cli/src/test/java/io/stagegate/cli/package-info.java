@NullMarked
package io.stagegate.cli;

import org.jspecify.annotations.NullMarked;
