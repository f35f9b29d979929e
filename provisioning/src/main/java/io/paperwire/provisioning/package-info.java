/**
 * Puts the contracts in place: the catalogue's topics on a broker and its schemas in a registry.
 *
 * <p>A service calls both at its start for the topics that it reads and writes, so that it can be
 * started first, alone, on an empty cluster; a topic is never left to be made by the broker on
 * first use, with whatever settings the broker has, and a serializer never registers a schema on
 * the side. Both are idempotent and say what they found. What exists is never changed: where a
 * topic differs from what is configured the difference is reported, because a partition count that
 * changes moves keys. An operations team that wants to do this itself switches it off and uses the
 * command line.
 */
@NullMarked
package io.paperwire.provisioning;

import org.jspecify.annotations.NullMarked;
