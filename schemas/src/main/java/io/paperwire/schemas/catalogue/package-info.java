/**
 * The topic catalogue: every topic of Paperwire as one typed value that carries its name, key
 * serde, value serde and how long records are kept.
 *
 * <p>Services take a {@link io.paperwire.schemas.catalogue.TopicCatalogue} built once from injected
 * configuration and never name a topic or make a serde themselves, so a topic is renamed, or its
 * serializer set, in one place. Values are Avro records written with the Confluent Schema Registry
 * serializers under the subject {@code <topic>-value}; keys are plain strings. Serializers never
 * register a schema on the side: that is the work of the provisioning module.
 */
@NullMarked
package io.paperwire.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
