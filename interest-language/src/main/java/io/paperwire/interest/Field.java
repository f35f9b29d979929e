package io.paperwire.interest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may stand before a colon. */
enum Field {
  TI,
  AB,
  AU,
  CAT,
  TOPIC,
  SOURCE,
  KIND,
  CODE;

  /** The field of a name in any case. */
  static Optional<Field> named(String name) {
    return Arrays.stream(values()).filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /** As it is written, without the colon. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All fields for a message. */
  static String list() {
    return Arrays.stream(values())
        .map(field -> field.written() + ":")
        .collect(Collectors.joining(" "));
  }
}
