/**
 * What more than one role needs, built once from configuration: the database, tokens, mails. (Clock
 * and topics, which all services need, come from {@link io.paperwire.deployment}.) The pure
 * packages know nothing of configuration, and this package knows no role.
 *
 * <p>A value that is missing or wrong stops the start with a {@link
 * io.micronaut.context.exceptions.ConfigurationException} that names the key and what to do.
 */
@NullMarked
package io.paperwire.notify.wiring;

import org.jspecify.annotations.NullMarked;
