package io.paperwire.notify.web.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a subscriber is told. */
public enum Cadence {
  /** As soon as a paper matches. */
  INSTANT,
  /** Once a day. */
  DAILY,
  /** Once a week. */
  WEEKLY;

  /** The name in forms, in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cadence of a code, compared without case. */
  public static Optional<Cadence> of(String code) {
    return Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(code.strip())).findFirst();
  }

  /** The same in the contracts. */
  public io.paperwire.schemas.Cadence contract() {
    return switch (this) {
      case INSTANT -> io.paperwire.schemas.Cadence.INSTANT;
      case DAILY -> io.paperwire.schemas.Cadence.DAILY;
      case WEEKLY -> io.paperwire.schemas.Cadence.WEEKLY;
    };
  }
}
