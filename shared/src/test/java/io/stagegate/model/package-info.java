@NullMarked
package io.stagegate.model;

import org.jspecify.annotations.NullMarked;
