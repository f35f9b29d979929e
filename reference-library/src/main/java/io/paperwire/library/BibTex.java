package io.paperwire.library;

import io.paperwire.library.BibTexScanner.Broken;
import io.paperwire.library.BibTexScanner.Entry;
import io.paperwire.text.markup.LatexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads BibTeX and BibLaTeX. The file is cut where a line begins an entry, so that a mistake in one
 * costs none of the others.
 */
final class BibTex {

  private static final Pattern BEGIN = Pattern.compile("(?m)^\\h*+@\\h*+\\w++\\s*+[{(]");

  private static final int MOST_CHARACTERS = 50_000;

  /** A sign that LaTeX wants escaped, as {@code \_} and Mendeley writes in braces. */
  private static final Pattern ESCAPED = Pattern.compile("\\{\\\\([_%&#$])}|\\\\([_%&#$])");

  private final List<Work> works = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final BibTexMacros macros = new BibTexMacros();

  private BibTex() {}

  /** Whether there is an entry in a text. */
  static boolean isIn(String text) {
    return BEGIN.matcher(text).find();
  }

  static Library read(String text) {
    BibTex bibTex = new BibTex();
    Matcher begin = BEGIN.matcher(text);
    int from = -1;
    int line = 1;
    int counted = 0;
    while (begin.find()) {
      if (from >= 0) {
        bibTex.readEntries(text.substring(from, begin.start()), line);
      }
      line += newLines(text, counted, begin.start());
      counted = begin.start();
      from = begin.start();
    }
    if (from >= 0) {
      bibTex.readEntries(text.substring(from), line);
    }
    return new Library(Library.Format.BIBTEX, bibTex.works, bibTex.problems);
  }

  private void readEntries(String text, int firstLine) {
    BibTexScanner scanner = new BibTexScanner(text, macros);
    int line = firstLine;
    int counted = 0;
    try {
      Optional<Entry> entry = scanner.next();
      while (entry.isPresent()) {
        line += newLines(text, counted, entry.get().at());
        counted = entry.get().at();
        add(entry.get(), line);
        entry = scanner.next();
      }
    } catch (Broken broken) {
      int begin = line + newLines(text, counted, broken.at());
      int place = line + newLines(text, counted, broken.place());
      problems.add(problem(begin, place, broken.isOpen()));
    }
  }

  private void add(Entry entry, int line) {
    Work work = work(line, entry);
    if (!work.title().isEmpty() || work.arxivId().isPresent() || work.doi().isPresent()) {
      works.add(work);
    } else if (entry.key().isEmpty() && entry.fields().isEmpty()) {
      problems.add(new Problem(line, "the entry that begins here is empty"));
    } else {
      problems.add(new Problem(line, "'%s' has neither a title nor an id".formatted(entry.key())));
    }
  }

  private static Problem problem(int begin, int place, boolean open) {
    if (open || place == begin) {
      String end = open ? ": a bracket is not closed" : "";
      return new Problem(begin, "the entry that begins here cannot be read" + end);
    }
    return new Problem(place, "the entry of line %d cannot be read from here on".formatted(begin));
  }

  private static int newLines(String text, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static Work work(int line, Entry entry) {
    String doi = address(entry, "doi");
    String everything =
        String.join(
            "\n",
            address(entry, "url"),
            address(entry, "journal"),
            address(entry, "journaltitle"),
            address(entry, "number"),
            address(entry, "note"),
            address(entry, "howpublished"),
            address(entry, "pdf"));
    Optional<String> arxiv =
        Identifiers.bareArxiv(address(entry, "eprint"))
            .or(() -> Identifiers.bareArxiv(address(entry, "arxivid")))
            .or(() -> Identifiers.arxiv(doi, everything, field(entry, "volume")));
    return new Work(
        line,
        text(entry, "title"),
        text(entry, "abstract"),
        arxiv,
        Identifiers.doi(doi, everything));
  }

  /** A field that people read; what is longer than any abstract is none, and is not looked into. */
  private static String text(Entry entry, String name) {
    String written = field(entry, name);
    return written.length() > MOST_CHARACTERS
        ? Identifiers.line(written)
        : LatexText.toUnicode(written);
  }

  private static String field(Entry entry, String name) {
    return entry.fields().getOrDefault(name, "");
  }

  /** A field that holds an id or an address, as it is without LaTeX. */
  private static String address(Entry entry, String name) {
    return ESCAPED.matcher(field(entry, name)).replaceAll("$1$2");
  }
}
