package io.paperwire.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RIS: a line a field, two letters, {@code " - "} and the value; {@code TY} begins a record
 * and {@code ER} ends it. A line without a tag goes on with the field before.
 */
final class Ris {

  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]) {1,2}- ?(.*)");

  private final List<Work> works = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private int begin;
  private String last = "";

  private Ris() {}

  static Library read(String text) {
    Ris ris = new Ris();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      ris.line(++number, line);
    }
    if (ris.begin > 0) {
      ris.problems.add(
          new Problem(ris.begin, "the record that begins here has no end (a line 'ER  - ')"));
      ris.end();
    }
    return new Library(Library.Format.RIS, ris.works, ris.problems);
  }

  private void line(int number, String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      if (begin > 0 && !last.isEmpty() && !line.isBlank()) {
        fields.merge(last, line.strip(), (before, more) -> before + " " + more);
      } else if (!line.isBlank()) {
        problems.add(new Problem(number, "expected a line such as 'TY  - JOUR'"));
      }
      return;
    }
    String tag = field.group(1);
    if (tag.equals("TY")) {
      if (begin > 0) {
        problems.add(
            new Problem(begin, "the record that begins here has no end (a line 'ER  - ')"));
        end();
      }
      begin = number;
    } else if (begin == 0) {
      problems.add(new Problem(number, "the field " + tag + " stands in no record"));
    } else if (tag.equals("ER")) {
      end();
    } else {
      last = tag;
      fields.merge(tag, field.group(2).strip(), (before, more) -> before + "\n" + more);
    }
  }

  private void end() {
    String title = value("TI").or(() -> value("T1")).or(() -> value("CT")).orElse("");
    String summary = value("AB").or(() -> value("N2")).orElse("");
    String everything =
        String.join(
            "\n",
            fields.getOrDefault("UR", ""),
            fields.getOrDefault("L1", ""),
            fields.getOrDefault("ID", ""),
            fields.getOrDefault("AN", ""),
            fields.getOrDefault("M1", ""),
            fields.getOrDefault("M3", ""),
            fields.getOrDefault("JO", ""),
            fields.getOrDefault("T2", ""),
            fields.getOrDefault("N1", ""));
    String doi = fields.getOrDefault("DO", "");
    Optional<String> arxiv = Identifiers.arxiv(doi, everything);
    Optional<String> found = Identifiers.doi(doi, everything);
    if (title.isEmpty() && arxiv.isEmpty() && found.isEmpty()) {
      problems.add(new Problem(begin, "the record that begins here has neither a title nor an id"));
    } else {
      works.add(new Work(begin, Identifiers.line(title), Identifiers.line(summary), arxiv, found));
    }
    begin = 0;
    last = "";
    fields.clear();
  }

  private Optional<String> value(String tag) {
    return Optional.ofNullable(fields.get(tag)).filter(text -> !text.isBlank());
  }
}
