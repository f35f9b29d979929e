package io.paperwire.library;

import io.paperwire.library.CsvRows.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private Csv(Row head) {
    for (int i = 0; i < head.fields().size(); i++) {
      String name = head.fields().get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      for (List<String> known : List.of(TITLES, ABSTRACTS, DOIS, ARXIVS, ADDRESSES)) {
        if (known.contains(name)) {
          columns.putIfAbsent(name, i);
        }
      }
    }
  }

  static Library read(String text) {
    CsvRows rows = CsvRows.of(text);
    Row head = rows.hasNext() ? rows.next() : new Row(1, List.of());
    Csv csv = new Csv(head);
    List<Work> works = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (csv.columns.isEmpty()) {
      problems.add(
          new Problem(
              head.line(),
              "this is neither BibTeX nor RIS, and no CSV either: the first line names no"
                  + " column 'title', 'doi' or 'arxiv'"));
    } else {
      rows.forEachRemaining(row -> csv.work(row, works, problems));
    }
    return new Library(Library.Format.CSV, works, problems);
  }

  private void work(Row row, List<Work> works, List<Problem> problems) {
    String title = Identifiers.line(value(row, TITLES));
    String doi = value(row, DOIS);
    String addresses = values(row, ADDRESSES).collect(Collectors.joining("\n"));
    Optional<String> arxiv =
        Identifiers.bareArxiv(value(row, ARXIVS)).or(() -> Identifiers.arxiv(doi, addresses));
    Optional<String> found = Identifiers.doi(doi, addresses);
    if (title.isEmpty() && arxiv.isEmpty() && found.isEmpty()) {
      problems.add(new Problem(row.line(), "the row has neither a title nor an id"));
    } else {
      works.add(new Work(row.line(), title, Identifiers.line(value(row, ABSTRACTS)), arxiv, found));
    }
  }

  private String value(Row row, List<String> names) {
    return values(row, names).findFirst().orElse("");
  }

  private Stream<String> values(Row row, List<String> names) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(columns.get(name)).stream())
        .filter(column -> column < row.fields().size())
        .map(row.fields()::get)
        .filter(text -> !text.isBlank());
  }
}
