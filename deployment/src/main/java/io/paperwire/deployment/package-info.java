/**
 * What each service knows of the deployment that it is a part of: where the broker and the schema
 * registry are, how topics are named and made, and whether both neighbours answer. The beans here
 * are made from configuration keys that are the same in every service ({@code kafka.*}, {@code
 * paperwire.registry.*}, {@code paperwire.topics.*}, {@code paperwire.provision.enabled}), so an
 * operations team sets them once for all. A service adds to them what it alone has. {@link
 * io.paperwire.deployment.ApiKeys} is how services that take something over HTTP know their
 * callers.
 */
@NullMarked
package io.paperwire.deployment;

import org.jspecify.annotations.NullMarked;
