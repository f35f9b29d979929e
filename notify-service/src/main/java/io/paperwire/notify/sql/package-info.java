/**
 * What the roles that have a database agree on: whose fault it is when it fails ({@link
 * io.paperwire.notify.sql.SqlFailure}).
 */
@NullMarked
package io.paperwire.notify.sql;

import org.jspecify.annotations.NullMarked;
