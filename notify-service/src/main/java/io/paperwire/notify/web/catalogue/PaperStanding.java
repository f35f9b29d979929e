package io.paperwire.notify.web.catalogue;

import io.paperwire.schemas.PaperStatus;
import java.util.Locale;

/** Where a listed paper stands. */
public enum PaperStanding {
  /** No source says. */
  UNKNOWN,
  /** A preprint that stands. */
  ACTIVE,
  /** Its authors or its archive took it back. */
  WITHDRAWN,
  /** It appeared in a journal or in proceedings. */
  PUBLISHED;

  /** The name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaperStanding of(PaperStatus status) {
    return switch (status) {
      case UNKNOWN -> UNKNOWN;
      case ACTIVE -> ACTIVE;
      case WITHDRAWN -> WITHDRAWN;
      case PUBLISHED -> PUBLISHED;
    };
  }

  static PaperStanding ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
