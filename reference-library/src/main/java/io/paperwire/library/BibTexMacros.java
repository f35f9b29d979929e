package io.paperwire.library;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The macros of a BibTeX file ({@code @string}). What they stand for together, wherever they are
 * named, is no longer than a file may be: each could be twice the one before, and so a few lines
 * more than memory holds. A macro that is too long, or not defined, stays its name.
 */
final class BibTexMacros {

  private final Map<String, String> values = new HashMap<>();
  private int left = LibraryReader.MOST_CHARACTERS;

  /** From now on a name stands for a value. */
  void define(String name, String value) {
    values.put(name.toLowerCase(Locale.ROOT), value);
  }

  /** What a name stands for, in any case. */
  String valueOf(String name) {
    String value = values.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    if (value.length() > left) {
      return name;
    }
    left -= value.length();
    return value;
  }
}
