package io.paperwire.notify.role;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.type.Argument;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Holds where an instance runs a role, or one of several. */
abstract class RoleCondition implements Condition {

  private static final List<String> ALL = List.of("web", "match", "deliver");

  private final Set<Role> roles;

  RoleCondition(Role... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public boolean matches(ConditionContext context) {
    List<String> names =
        context.getProperty(Role.PROPERTY, Argument.listOf(String.class)).orElse(ALL);
    return !Collections.disjoint(Role.parse(names), roles);
  }
}
