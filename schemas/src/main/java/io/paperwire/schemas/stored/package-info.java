/**
 * Records as they are kept where no registry is asked: in stores, their changelogs, internal topics
 * and the state of sources. They outlive the version that wrote them, so {@link
 * io.paperwire.schemas.stored.StoredRecords} reads what any earlier schema wrote. Earlier schemas
 * are checked in: those of topics in the folder {@code history} of this module, those that a
 * service keeps to itself among its resources, beside the generated class, as {@code
 * history/<record>/<version>.avsc}. A schema that its history does not have, or that cannot read
 * what it has, is refused when the codec is made, so that a test fails and not an upgrade.
 */
@NullMarked
package io.paperwire.schemas.stored;

import org.jspecify.annotations.NullMarked;
