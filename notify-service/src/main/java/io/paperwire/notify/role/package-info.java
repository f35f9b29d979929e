/**
 * The roles of the notify service: one artifact, three parts that scale apart. A bean that belongs
 * to a role carries {@link io.paperwire.notify.role.WebRole}, {@link
 * io.paperwire.notify.role.MatchRole} or {@link io.paperwire.notify.role.DeliverRole} and exists
 * only where {@code paperwire.roles} names it. All roles run where nothing is said, which is what
 * one lab needs.
 */
@NullMarked
package io.paperwire.notify.role;

import org.jspecify.annotations.NullMarked;
