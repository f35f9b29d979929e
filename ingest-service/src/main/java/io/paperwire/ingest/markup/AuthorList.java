package io.paperwire.ingest.markup;

import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.text.markup.Brackets;
import io.paperwire.text.markup.LatexText;
import io.paperwire.text.markup.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes an author list apart that comes as one string, in the form that arXiv asks of its authors:
 * names between commas, affiliations in brackets behind a name, which may hold commas and brackets
 * of their own, or numbers that a legend at the end explains: {@code A. Roe (1), B. Poe (1 and 2)
 * ((1) MIT, (2) ETH)}.
 */
public final class AuthorList {

  private static final int LONGEST_SUFFIX = 3;
  private static final int LONGEST_NO_PERSON = 6;
  private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr)\\.?|I{2,3}|IV");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\s*(?:,|and|&)\\s*\\d+)*+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LEGEND_MARK = Pattern.compile("\\((\\d+)\\)\\s*");
  private static final Pattern LAST_AND = Pattern.compile("^(?:and|&)\\s+|\\s+and\\s+(?=\\p{Lu})");
  private static final Pattern NO_PERSON = Pattern.compile("(?i)et al\\.?|[^\\p{L}\\p{N}]+");

  private AuthorList() {}

  /** The authors in the order of the list; empty for a blank list. */
  public static List<RecordedAuthor> parse(String list) {
    String text = PlainText.oneLine(list);
    Map<String, String> legend = new HashMap<>();
    String names = takeLegend(text, legend);
    List<RecordedAuthor> authors = new ArrayList<>();
    for (String piece : splitOutsideBrackets(names)) {
      addPiece(piece, legend, authors);
    }
    return List.copyOf(authors);
  }

  private static void addPiece(
      String piece, Map<String, String> legend, List<RecordedAuthor> authors) {
    boolean isShort = piece.length() <= LONGEST_SUFFIX;
    if (isShort && SUFFIX.matcher(piece).matches() && !authors.isEmpty()) {
      RecordedAuthor person = authors.removeLast();
      authors.add(new RecordedAuthor(person.name() + ", " + piece, person.affiliation()));
      return;
    }
    Bracketed bracketed = Bracketed.of(piece);
    List<String> people = people(bracketed.before());
    for (int i = 0; i < people.size(); i++) {
      String name = LatexText.toUnicode(people.get(i));
      boolean nobody = name.length() <= LONGEST_NO_PERSON && NO_PERSON.matcher(name).matches();
      if (!name.isEmpty() && !nobody) {
        boolean last = i == people.size() - 1;
        Optional<String> affiliation =
            last ? affiliation(bracketed.inside(), legend) : Optional.empty();
        authors.add(new RecordedAuthor(name, affiliation));
      }
    }
  }

  private static List<String> people(String names) {
    return names.contains("and ") || names.contains("&")
        ? LAST_AND.splitAsStream(names).toList()
        : List.of(names);
  }

  private static Optional<String> affiliation(List<String> inside, Map<String, String> legend) {
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    String text =
        inside.stream()
            .map(group -> explained(group, legend))
            .filter(group -> !group.isEmpty())
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String explained(String group, Map<String, String> legend) {
    if (!NUMBERS.matcher(group).matches()) {
      return LatexText.toUnicode(group);
    }
    return NUMBER
        .matcher(group)
        .results()
        .map(number -> Optional.ofNullable(legend.get(number.group())).orElse(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Takes a trailing {@code ((1) MIT, (2) ETH)} off the list and fills the legend from it. */
  private static String takeLegend(String text, Map<String, String> legend) {
    int start = text.indexOf("((1)");
    if (start < 0 || !text.endsWith(")")) {
      return text;
    }
    String body = text.substring(start + 1, text.length() - 1);
    Matcher mark = LEGEND_MARK.matcher(body);
    List<Integer> ends = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    while (mark.find()) {
      starts.add(mark.start());
      ends.add(mark.end());
      numbers.add(mark.group(1));
    }
    for (int i = 0; i < numbers.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : body.length();
      String words = body.substring(ends.get(i), end).strip().replaceAll("[,;]$", "");
      legend.put(numbers.get(i), LatexText.toUnicode(words));
    }
    return text.substring(0, start);
  }

  private static List<String> splitOutsideBrackets(String text) {
    List<String> pieces = new ArrayList<>();
    Brackets brackets = Brackets.round(text);
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(') {
        int close = brackets.closing(i);
        i = close < 0 ? i + 1 : close + 1;
        continue;
      }
      if (c == ',' || c == ';') {
        pieces.add(text.substring(start, i).strip());
        start = i + 1;
      }
      i++;
    }
    pieces.add(text.substring(start).strip());
    return pieces;
  }

  /** A name, and what stands in brackets behind it. */
  private record Bracketed(String before, List<String> inside) {

    static Bracketed of(String piece) {
      if (piece.indexOf('(') < 0) {
        return new Bracketed(piece, List.of());
      }
      Brackets brackets = Brackets.round(piece);
      StringBuilder before = new StringBuilder();
      List<String> inside = new ArrayList<>();
      int i = 0;
      while (i < piece.length()) {
        int close = piece.charAt(i) == '(' ? brackets.closing(i) : -1;
        if (close >= 0) {
          inside.add(piece.substring(i + 1, close).strip());
          i = close + 1;
        } else if (piece.charAt(i) == '(') {
          break; // a bracket that nothing closes belongs to no name
        } else {
          before.append(piece.charAt(i++));
        }
      }
      return new Bracketed(before.toString().strip(), inside);
    }
  }
}
