package io.paperwire.notify.web.page;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a posted form ({@code application/x-www-form-urlencoded}). */
final class FormFields {

  /** The largest form has a hundred interests. */
  private static final int LONGEST = 256_000;

  private static final Pattern BETWEEN_TEXTS = Pattern.compile("[,;\\r\\n]+");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final String BEFORE_A_NAME = ",;<\"“";
  private static final String BEHIND_A_NAME = ",;>\"”";
  private static final Pattern DOI = Pattern.compile("(?:^|[/:])10\\.\\d");
  private static final Pattern LABEL = Pattern.compile("(?i)arxiv:|doi:|\\[[^\\]]*\\]|and|-|•|\\*");
  private static final Pattern COMMA = Pattern.compile(",");

  /** What the name of a field with a text ends with that is not to be torn apart. */
  private static final String WHOLE = "-whole";

  private final Map<String, List<String>> values = new HashMap<>();

  private FormFields() {}

  /**
   * Reads a body.
   *
   * @throws HttpStatusException 400 if its percent-encoding is broken, 413 if it is larger than any
   *     real one
   */
  static FormFields parse(String body) {
    if (body.length() > LONGEST) {
      throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "the form is too large");
    }
    FormFields fields = new FormFields();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.values.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
    }
    return fields;
  }

  /** A field's value, trimmed; empty if the field is missing. */
  String text(String name) {
    return values.getOrDefault(name, List.of("")).getFirst().strip();
  }

  /** All values of a field that may stand several times, such as a group of checkboxes. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The texts in a field, one a line. Commas and semicolons separate texts as well, except in what
   * stood in the form when it was shown: see {@link #wholes}.
   */
  List<String> list(String name) {
    return parts(name, line -> split(BETWEEN_TEXTS, line));
  }

  /**
   * The names in a field, one a line, or like {@link #list}; but a comma leaves "Lovelace, Ada"
   * whole. It separates names only if each has a space, or is written in Chinese characters, which
   * need none.
   */
  List<String> names(String name) {
    return parts(
        name,
        line ->
            split(SEMICOLON, line)
                .flatMap(
                    names ->
                        split(COMMA, names).allMatch(FormFields::isFullName)
                            ? split(COMMA, names)
                            : Stream.of(names)));
  }

  private static boolean isFullName(String text) {
    return text.contains(" ") || text.codePoints().anyMatch(Character::isIdeographic);
  }

  private List<String> parts(String name, Function<String, Stream<String>> between) {
    Set<String> wholes = Set.copyOf(all(name + WHOLE));
    return lines(name).stream()
        .flatMap(line -> wholes.contains(line) ? Stream.of(line) : between.apply(line))
        .toList();
  }

  /**
   * Those of a field's texts that would be torn apart if they came back in a form. The form has
   * each once more, in a hidden field whose name is the field's and {@link #WHOLE}.
   */
  static List<String> wholes(List<String> texts) {
    return texts.stream().filter(text -> BETWEEN_TEXTS.matcher(text).find()).toList();
  }

  /**
   * The papers that a field names, separated by lines or spaces, and by commas and semicolons that
   * are no part of a DOI. What else is copied along, such as {@code arXiv:} or {@code [cs.CL]}, is
   * left out.
   */
  List<String> papers(String name) {
    return split(WHITE_SPACE, text(name))
        .map(FormFields::nameIn)
        .filter(word -> !LABEL.matcher(word).matches())
        .flatMap(word -> DOI.matcher(word).find() ? Stream.of(word) : split(BETWEEN_TEXTS, word))
        .toList();
  }

  private static String nameIn(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && BEFORE_A_NAME.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (start < end && BEHIND_A_NAME.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }

  /** The lines of a field that holds a text in each, commas and semicolons included. */
  List<String> lines(String name) {
    return text(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Stream<String> split(Pattern between, String text) {
    return between.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\0", "");
    } catch (IllegalArgumentException broken) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "the form is not well encoded");
    }
  }
}
