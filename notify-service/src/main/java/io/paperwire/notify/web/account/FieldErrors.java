package io.paperwire.notify.web.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a form.
 *
 * @param byField a message for readers by the name of the field, with an empty line between several
 *     mistakes: {@code address}, {@code topics}, {@code phrases}, {@code authors}, {@code queries},
 *     {@code interests} (all four together), {@code cadence}, {@code zone}, {@code sendAt}, {@code
 *     sendDay}
 */
public record FieldErrors(Map<String, String> byField) {

  public FieldErrors {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /** One field is wrong. */
  static FieldErrors of(String field, String message) {
    return new FieldErrors(Map.of(field, message));
  }

  /** Both together. */
  FieldErrors and(FieldErrors other) {
    Map<String, String> all = new LinkedHashMap<>(byField);
    all.putAll(other.byField);
    return new FieldErrors(all);
  }
}
