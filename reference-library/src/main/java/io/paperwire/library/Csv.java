package io.paperwire.library;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values (RFC 4180), with commas, semicolons or tabs, as reference managers
 * export them: the first line names the columns, one of which is a title, a DOI or an arXiv id.
 */
final class Csv {

  private static final List<String> TITLES =
      List.of("title", "ti", "name", "papertitle", "documenttitle", "articletitle");
  private static final List<String> ABSTRACTS =
      List.of("abstract", "abstractnote", "ab", "summary");
  private static final List<String> DOIS = List.of("doi", "di");
  private static final List<String> ARXIVS = List.of("arxiv", "arxivid", "eprint", "id", "paperid");
  private static final List<String> ADDRESSES =
      List.of(
          "url",
          "urls",
          "link",
          "articleurl",
          "pdflink",
          "extra",
          "note",
          "archivelocation",
          "archiveid",
          "publicationtitle",
          "publication",
          "journal",
          "source");

  private final Map<String, Integer> columns = new HashMap<>();

  private Csv() {}

  static Library read(String text) {
    Csv csv = new Csv();
    List<Work> works = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        if (record.getRecordNumber() == 1) {
          csv.name(record);
          if (csv.columns.isEmpty()) {
            problems.add(
                new Problem(
                    1,
                    "this is neither BibTeX nor RIS, and no CSV either: the first line names no"
                        + " column 'title', 'doi' or 'arxiv'"));
            break;
          }
        } else {
          csv.work((int) line, record, works, problems);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException broken) {
      problems.add(new Problem((int) line, "from here on it cannot be read: " + reason(broken)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return new Library(Library.Format.CSV, works, problems);
  }

  private static String reason(UncheckedIOException broken) {
    Throwable cause = broken.getCause();
    return cause != null && cause.getMessage() != null
        ? cause.getMessage()
        : "a quotation mark is not closed";
  }

  /** What stands most often in the first line. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char each : new char[] {',', ';', '\t'}) {
      long count = first.chars().filter(character -> character == each).count();
      if (count > most) {
        best = each;
        most = count;
      }
    }
    return best;
  }

  private void name(CSVRecord first) {
    for (int i = 0; i < first.size(); i++) {
      String name = first.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      for (List<String> known : List.of(TITLES, ABSTRACTS, DOIS, ARXIVS, ADDRESSES)) {
        if (known.contains(name)) {
          columns.putIfAbsent(name, i);
        }
      }
    }
  }

  private void work(int line, CSVRecord record, List<Work> works, List<Problem> problems) {
    String title = Identifiers.line(value(record, TITLES));
    String doi = value(record, DOIS);
    String addresses = values(record, ADDRESSES).collect(Collectors.joining("\n"));
    Optional<String> arxiv =
        Identifiers.bareArxiv(value(record, ARXIVS)).or(() -> Identifiers.arxiv(doi, addresses));
    Optional<String> found = Identifiers.doi(doi, addresses);
    if (title.isEmpty() && arxiv.isEmpty() && found.isEmpty()) {
      problems.add(new Problem(line, "the row has neither a title nor an id"));
    } else {
      works.add(new Work(line, title, Identifiers.line(value(record, ABSTRACTS)), arxiv, found));
    }
  }

  private String value(CSVRecord record, List<String> names) {
    return values(record, names).findFirst().orElse("");
  }

  private Stream<String> values(CSVRecord record, List<String> names) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(columns.get(name)).stream())
        .filter(column -> column < record.size())
        .map(record::get)
        .filter(text -> !text.isBlank());
  }
}
