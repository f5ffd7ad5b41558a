/**
 * Reads CloudFormation templates, JSON or YAML, into one tree with source lines.
 *
 * <p>Pure: text in, tree out. Nothing here knows AWS or the file system.
 */
@NullMarked
package io.stagegate.template;

import org.jspecify.annotations.NullMarked;
