/**
 * Stagegate's words as records and sealed types, and its rules as pure functions over them.
 *
 * <p>Nothing here reads a clock, does I/O or knows AWS: a rule takes what it decides on as
 * arguments and answers with a sealed result, so every rule is tested by a truth table.
 */
@NullMarked
package io.stagegate.model;

import org.jspecify.annotations.NullMarked;
