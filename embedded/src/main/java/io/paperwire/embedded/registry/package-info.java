/**
 * A schema registry that speaks Confluent's API: Apicurio as a child process, its schemas in an H2
 * file, so that the ids that records on the broker carry outlive a restart.
 */
@NullMarked
package io.paperwire.embedded.registry;

import org.jspecify.annotations.NullMarked;
