package io.paperwire.notify.role;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a bean that exists only where the instance runs the role {@link Role#DELIVER}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Requires(condition = DeliverRole.Active.class)
public @interface DeliverRole {

  /** Holds where the instance runs the role. */
  final class Active extends RoleCondition {
    /** Made by Micronaut. */
    public Active() {
      super(Role.DELIVER);
    }
  }
}
