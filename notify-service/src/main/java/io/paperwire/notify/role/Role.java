package io.paperwire.notify.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of the notify service that can be run and scaled alone. */
public enum Role {
  /** Subscribe, confirm, preferences, browse, search; owns accounts. */
  WEB,
  /** Matches papers with interests and makes digests. */
  MATCH,
  /** Renders digests and sends them by mail. */
  DELIVER;

  /** The configuration key that lists the roles of an instance. */
  public static final String PROPERTY = "paperwire.roles";

  /**
   * Reads a list of role names.
   *
   * @throws IllegalArgumentException if a name is not a role's, or there is none
   */
  public static Set<Role> parse(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      roles.add(parse(name.strip()));
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(PROPERTY + " is empty: name at least one of " + all());
    }
    return roles;
  }

  private static Role parse(String name) {
    return Arrays.stream(values())
        .filter(role -> role.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PROPERTY + " names '" + name + "', which is none of " + all()));
  }

  private static String all() {
    return Arrays.stream(values())
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
