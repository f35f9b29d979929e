package io.paperwire.library;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/**
 * Reads BibTeX and BibLaTeX. Entries are parsed one by one, so that a mistake in one costs none of
 * the others. An entry is handed to the parser with the macros that it names and no others, so that
 * thousands of both take no longer than the file is long.
 */
final class BibTex {

  private static final Pattern BEGIN = Pattern.compile("(?m)^\\s*@\\s*(\\w+)\\s*[{(]");
  private static final Pattern PLACE = Pattern.compile("(?s)at line (\\d+), column (\\d+)");
  private static final Pattern MACRO =
      Pattern.compile("(?i)^@\\s*string\\s*[{(]\\s*([^\\s=]+)\\s*=");
  private static final Pattern WORD = Pattern.compile("[\\w.:+/-]+");
  private static final Pattern BRACES = Pattern.compile("[{}]");

  /** A sign that LaTeX wants escaped, as {@code \_} and Mendeley writes in braces. */
  private static final Pattern ESCAPED = Pattern.compile("\\{\\\\([_%&#$])}|\\\\([_%&#$])");

  private BibTex() {}

  private record Chunk(int line, String kind, String text) {}

  static Library read(String text) {
    List<Work> works = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, String> macros = new HashMap<>();
    for (Chunk chunk : chunks(text)) {
      switch (chunk.kind().toLowerCase(Locale.ROOT)) {
        case "comment", "preamble" -> {}
        case "string" -> define(chunk, macros);
        default -> read(chunk, named(chunk.text(), macros), works, problems);
      }
    }
    return new Library(Library.Format.BIBTEX, works, problems);
  }

  private static void define(Chunk chunk, Map<String, String> macros) {
    String text = chunk.text().strip().replace('\n', ' ');
    Matcher macro = MACRO.matcher(text);
    if (macro.find()) {
      macros.put(macro.group(1).toLowerCase(Locale.ROOT), text);
    }
  }

  /** The macros that a text names, and those that they name, before those that name them. */
  private static String named(String text, Map<String, String> macros) {
    SequencedMap<String, String> found = new LinkedHashMap<>();
    Deque<String> unread = new ArrayDeque<>(List.of(text));
    while (!unread.isEmpty()) {
      Matcher word = WORD.matcher(unread.pop());
      while (word.find()) {
        String name = word.group().toLowerCase(Locale.ROOT);
        String macro = macros.get(name);
        if (macro != null && found.putIfAbsent(name, macro) == null) {
          unread.add(macro);
        }
      }
    }
    return String.join(" ", found.sequencedValues().reversed()) + " ";
  }

  private static void read(Chunk chunk, String macros, List<Work> works, List<Problem> problems) {
    try {
      BibTeXDatabase database = parser().parse(new StringReader(macros + chunk.text()));
      if (database.getEntries().isEmpty()) {
        problems.add(new Problem(chunk.line(), "the entry that begins here is empty"));
      }
      for (BibTeXEntry entry : database.getEntries().values()) {
        Work work = work(chunk.line(), entry);
        if (work.title().isEmpty() && work.arxivId().isEmpty() && work.doi().isEmpty()) {
          problems.add(
              new Problem(
                  chunk.line(), "'%s' has neither a title nor an id".formatted(entry.getKey())));
        } else {
          works.add(work);
        }
      }
    } catch (ParseException | RuntimeException broken) {
      problems.add(problem(chunk, String.valueOf(broken.getMessage())));
    }
  }

  private static Problem problem(Chunk chunk, String message) {
    Matcher place = PLACE.matcher(message);
    int line = chunk.line() + (place.find() ? Integer.parseInt(place.group(1)) - 1 : 0);
    boolean open = count(chunk.text(), '{') > count(chunk.text(), '}');
    String end = open ? ": a bracket is not closed" : "";
    return new Problem(
        line,
        line == chunk.line()
            ? "the entry that begins here cannot be read" + end
            : "the entry of line %d cannot be read from here on%s".formatted(chunk.line(), end));
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private static List<Chunk> chunks(String text) {
    List<Chunk> chunks = new ArrayList<>();
    Matcher begin = BEGIN.matcher(text);
    int from = -1;
    String kind = "";
    int line = 1;
    int counted = 0;
    while (begin.find()) {
      int at = text.indexOf('@', begin.start());
      if (from >= 0) {
        chunks.add(new Chunk(line, kind, text.substring(from, at)));
      }
      line += (int) text.substring(counted, at).chars().filter(it -> it == '\n').count();
      counted = at;
      from = at;
      kind = begin.group(1);
    }
    if (from >= 0) {
      chunks.add(new Chunk(line, kind, text.substring(from)));
    }
    return chunks;
  }

  /** A macro or an entry that is referred to and not there is no reason to refuse. */
  private static BibTeXParser parser() throws ParseException {
    return new BibTeXParser() {
      @Override
      public void checkStringResolution(Key key, BibTeXString string) {}

      @Override
      public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
    };
  }

  private static Work work(int line, BibTeXEntry entry) {
    String doi = address(entry, "doi");
    String everything =
        String.join(
            "\n",
            address(entry, "url"),
            address(entry, "journal"),
            address(entry, "journaltitle"),
            address(entry, "note"),
            address(entry, "howpublished"),
            address(entry, "pdf"));
    Optional<String> arxiv =
        Identifiers.bareArxiv(address(entry, "eprint"))
            .or(() -> Identifiers.bareArxiv(address(entry, "arxivid")))
            .or(() -> Identifiers.arxiv(doi, everything));
    return new Work(
        line,
        plain(field(entry, "title")),
        plain(field(entry, "abstract")),
        arxiv,
        Identifiers.doi(doi, everything));
  }

  private static String field(BibTeXEntry entry, String name) {
    Value value = entry.getField(new Key(name));
    return value == null ? "" : value.toUserString();
  }

  /** A field that holds an id or an address, as it is without LaTeX. */
  private static String address(BibTeXEntry entry, String name) {
    return ESCAPED.matcher(field(entry, name)).replaceAll("$1$2");
  }

  /** Without the marks of LaTeX. */
  private static String plain(String text) {
    String clean = text;
    if (text.indexOf('\\') >= 0) {
      try {
        clean = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(text)));
      } catch (ParseException | TokenMgrException unknown) {
        clean = text; // as it stands is better than nothing
      }
    }
    return Identifiers.line(BRACES.matcher(clean).replaceAll(""));
  }
}
