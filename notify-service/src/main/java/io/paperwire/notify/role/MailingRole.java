package io.paperwire.notify.role;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a bean that exists only where the instance sends mails: web and deliver do. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Requires(condition = MailingRole.Active.class)
public @interface MailingRole {

  /** Holds where the instance runs one of the roles. */
  final class Active extends RoleCondition {
    /** Made by Micronaut. */
    public Active() {
      super(Role.WEB, Role.DELIVER);
    }
  }
}
