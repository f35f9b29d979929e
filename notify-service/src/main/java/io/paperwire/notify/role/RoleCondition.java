package io.paperwire.notify.role;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.type.Argument;
import java.util.List;

/** Holds where an instance runs a role. */
abstract class RoleCondition implements Condition {

  private static final List<String> ALL = List.of("web", "match", "deliver");

  private final Role role;

  RoleCondition(Role role) {
    this.role = role;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public boolean matches(ConditionContext context) {
    List<String> names =
        context.getProperty(Role.PROPERTY, Argument.listOf(String.class)).orElse(ALL);
    return Role.parse(names).contains(role);
  }
}
