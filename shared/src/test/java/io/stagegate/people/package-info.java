@NullMarked
package io.stagegate.people;

import org.jspecify.annotations.NullMarked;
