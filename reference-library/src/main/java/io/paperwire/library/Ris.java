package io.paperwire.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads RIS: a line a field, two letters, {@code " - "} and the value; {@code TY} begins a record
 * and {@code ER} ends it. A line without a tag goes on with the field before.
 */
final class Ris {

  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]) {1,2}- ?(.*)");
  private static final List<String> TITLES = List.of("TI", "T1", "CT");
  private static final List<String> ABSTRACTS = List.of("AB", "N2");
  private static final String DOI = "DO";
  private static final String VOLUME = "VL";

  /** Where an id may stand, too. */
  private static final List<String> ADDRESSES =
      List.of("UR", "L1", "ID", "AN", "M1", "M3", "JO", "T2", "N1");

  private static final Set<String> READ =
      Stream.of(TITLES, ABSTRACTS, List.of(DOI, VOLUME), ADDRESSES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final List<Work> works = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, StringBuilder> fields = new HashMap<>();
  private int begin;
  private String last = "";

  /** Whether the line before was told to stand in no record; those after it need not be told. */
  private boolean astray;

  private Ris() {}

  static Library read(String text) {
    Ris ris = new Ris();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        ris.line(number + 1, line);
      }
      number++;
    }
    if (ris.begin > 0) {
      ris.endWithoutLine();
    }
    return new Library(Library.Format.RIS, ris.works, ris.problems);
  }

  private void line(int number, String line) {
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      field(number, field.group(1), field.group(2));
    } else if (begin == 0 || last.isEmpty()) {
      stray(number, "expected a line such as 'TY  - JOUR'");
    } else {
      append(last, " ", line);
    }
  }

  private void field(int number, String tag, String value) {
    switch (tag) {
      case "TY" -> {
        if (begin > 0) {
          endWithoutLine();
        }
        begin = number;
        astray = false;
      }
      case String _ when begin == 0 -> stray(number, "the field " + tag + " stands in no record");
      case "ER" -> end();
      default -> {
        last = tag;
        append(tag, "\n", value);
      }
    }
  }

  private void stray(int number, String what) {
    if (!astray) {
      problems.add(new Problem(number, what));
    }
    astray = true;
  }

  private void append(String tag, String between, String value) {
    if (READ.contains(tag)) {
      StringBuilder text = fields.computeIfAbsent(tag, _ -> new StringBuilder());
      text.append(text.isEmpty() ? "" : between).append(value.strip());
    }
  }

  private void endWithoutLine() {
    problems.add(new Problem(begin, "the record that begins here has no end (a line 'ER  - ')"));
    end();
  }

  private void end() {
    String title = Identifiers.line(first(TITLES));
    String doi = value(DOI);
    String addresses = ADDRESSES.stream().map(this::value).collect(Collectors.joining("\n"));
    Optional<String> arxiv = Identifiers.arxiv(doi, addresses, value(VOLUME));
    Optional<String> found = Identifiers.doi(doi, addresses);
    if (title.isEmpty() && arxiv.isEmpty() && found.isEmpty()) {
      problems.add(new Problem(begin, "the record that begins here has neither a title nor an id"));
    } else {
      works.add(new Work(begin, title, Identifiers.line(first(ABSTRACTS)), arxiv, found));
    }
    begin = 0;
    last = "";
    fields.clear();
  }

  private String value(String tag) {
    return Optional.ofNullable(fields.get(tag)).map(StringBuilder::toString).orElse("");
  }

  private String first(List<String> tags) {
    return tags.stream().map(this::value).filter(text -> !text.isBlank()).findFirst().orElse("");
  }
}
