/** Signs where the audit log's chains are, for whoever checks them later. */
@NullMarked
package io.stagegate.functions.audit;

import org.jspecify.annotations.NullMarked;
