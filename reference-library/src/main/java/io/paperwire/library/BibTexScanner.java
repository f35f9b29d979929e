package io.paperwire.library;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the entries of a piece of BibTeX one after another. It walks over the text once and keeps
 * no stack, so that no text takes more than its length. Between entries anything may stand; a key
 * may have any characters but a comma, and the comma between two fields may be missing.
 */
final class BibTexScanner {

  private static final Pattern ENTRY = Pattern.compile("@\\h*+(\\w++)\\s*+([{(])");

  private final String text;
  private final BibTexMacros macros;
  private final Matcher begin;
  private int position;

  /**
   * An entry.
   *
   * @param at where it begins in the text
   * @param key its key; empty if it has none
   * @param fields the values by the names of the fields, in small letters
   */
  record Entry(int at, String key, Map<String, String> fields) {}

  /** An entry that cannot be read. */
  static final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;
    private final int place;
    private final boolean open;

    private Broken(int at, int place, boolean open) {
      super(open ? "not closed" : "not read", null, false, false);
      this.at = at;
      this.place = place;
      this.open = open;
    }

    /** Where the entry begins in the text. */
    int at() {
      return at;
    }

    /** From where on it cannot be read. */
    int place() {
      return place;
    }

    /** Whether a bracket or a quotation mark is not closed before the end. */
    boolean isOpen() {
      return open;
    }
  }

  /**
   * A scanner.
   *
   * @param macros what was defined before, and takes what this text defines
   */
  BibTexScanner(String text, BibTexMacros macros) {
    this.text = text;
    this.macros = macros;
    this.begin = ENTRY.matcher(text);
  }

  /** The next entry; nothing if there is no other. */
  Optional<Entry> next() throws Broken {
    while (begin.find(position)) {
      position = begin.end();
      char close = begin.group(2).equals("{") ? '}' : ')';
      switch (begin.group(1).toLowerCase(Locale.ROOT)) {
        case "comment", "preamble" -> position = text.length();
        case "string" -> fields(close).forEach(macros::define);
        default -> {
          int at = begin.start();
          String key = key(close);
          return Optional.of(new Entry(at, key, fields(close)));
        }
      }
    }
    return Optional.empty();
  }

  /** An entry that has no key begins with a field. */
  private String key(char close) {
    int from = position;
    int to = from;
    while (to < text.length() && text.charAt(to) != ',' && text.charAt(to) != close) {
      if (text.charAt(to) == '=') {
        return "";
      }
      to++;
    }
    position = to;
    return text.substring(from, to).strip();
  }

  private Map<String, String> fields(char close) throws Broken {
    Map<String, String> fields = new HashMap<>();
    skip(",");
    while (character() != close) {
      String name = word();
      skip("");
      if (character() != '=') {
        throw broken(false);
      }
      position++;
      fields.putIfAbsent(name.toLowerCase(Locale.ROOT), value());
      skip(",");
    }
    position++;
    return fields;
  }

  private String value() throws Broken {
    StringBuilder value = new StringBuilder();
    do {
      skip("#");
      value.append(
          switch (character()) {
            case '{' -> quoted('}');
            case '"' -> quoted('"');
            default -> macros.valueOf(word());
          });
      skip("");
    } while (position < text.length() && text.charAt(position) == '#');
    return value.toString();
  }

  /** What stands in brackets or quotation marks, without these. */
  private String quoted(char close) throws Broken {
    position++;
    int from = position;
    skipTo(close);
    return text.substring(from, position - 1);
  }

  /** Goes behind what closes; inside of braces nothing does. */
  private void skipTo(char close) throws Broken {
    int depth = 0;
    while (depth > 0 || character() != close) {
      switch (character()) {
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth < 0) {
        throw broken(false);
      }
      position++;
    }
    position++;
  }

  private String word() throws Broken {
    int from = position;
    while (isOfWord(character())) {
      position++;
    }
    if (position == from) {
      throw broken(false);
    }
    return text.substring(from, position);
  }

  private static boolean isOfWord(char c) {
    return switch (c) {
      case ',', '=', '#', '"', '{', '}', '(', ')' -> false;
      default -> !Character.isWhitespace(c);
    };
  }

  /** Goes over white space and some signs. */
  private void skip(String signs) throws Broken {
    while (Character.isWhitespace(character()) || signs.indexOf(character()) >= 0) {
      position++;
    }
  }

  private char character() throws Broken {
    if (position >= text.length()) {
      throw broken(true);
    }
    return text.charAt(position);
  }

  private Broken broken(boolean open) {
    return new Broken(begin.start(), position, open);
  }
}
