/**
 * A Kafka broker in KRaft mode: {@link io.paperwire.embedded.kafka.BrokerMain} is the program that
 * runs it, {@link io.paperwire.embedded.kafka.BrokerProcess} starts, kills and restarts that
 * program.
 */
@NullMarked
package io.paperwire.embedded.kafka;

import org.jspecify.annotations.NullMarked;
