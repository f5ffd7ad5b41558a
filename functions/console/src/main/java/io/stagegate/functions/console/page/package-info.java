/** What the console's pages show: records for the templates, and the words they use. */
@NullMarked
package io.stagegate.functions.console.page;

import org.jspecify.annotations.NullMarked;
