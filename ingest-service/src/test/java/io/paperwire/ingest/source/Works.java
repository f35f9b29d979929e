package io.paperwire.ingest.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers of the upstreams that tell of papers in JSON, made up, each as short as can be. */
final class Works {

  private Works() {}

  private static String joined(Stream<String> items) {
    return items.collect(Collectors.joining(","));
  }

  /** A list of Hugging Face's, of papers with their upvotes. */
  static String daily(int upvotes, String... ids) {
    return "["
        + joined(
            Stream.of(ids)
                .map(
                    id ->
                        """
                        {"paper":{"id":"%s","title":"Title of %s","summary":"Text.",
                        "authors":[{"name":"Ada Lovelace","hidden":false}],
                        "publishedAt":"2026-06-11T00:00:00.000Z","upvotes":%d},"numComments":0}
                        """
                            .formatted(id, id, upvotes)))
        + "]";
  }

  /** A page of OpenAlex, of works that it met on a day. */
  static String openAlex(int count, String next, String created, String... ids) {
    return "{\"meta\":{\"count\":%d,\"next_cursor\":%s},\"results\":[%s]}"
        .formatted(
            count,
            next.isEmpty() ? "null" : "\"" + next + "\"",
            joined(
                Stream.of(ids)
                    .map(
                        id ->
                            """
                            {"id":"https://openalex.org/%s","doi":"https://doi.org/10.1234/%s",
                            "title":"Title of %s","publication_date":"2031-01-01",
                            "created_date":"%s"}
                            """
                                .formatted(id, id, id, created))));
  }

  /** A page of Crossref, of works whose DOIs were created on a day. */
  static String crossref(String next, String created, List<String> suffixes) {
    return "{\"message-type\":\"work-list\",\"message\":{\"next-cursor\":\"%s\",\"items\":[%s]}}"
        .formatted(
            next,
            joined(
                suffixes.stream()
                    .map(
                        suffix ->
                            """
                            {"DOI":"10.31234/%s","title":["Title of %s"],
                            "created":{"date-time":"%sT10:00:00Z"}}
                            """
                                .formatted(suffix, suffix, created))));
  }

  /** So many names that begin alike. */
  static List<String> names(String beginning, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> beginning + i).toList();
  }

  /** A page of bioRxiv; a row is a DOI's suffix, a version and a type. */
  static String biorxiv(String total, String date, String... rows) {
    return "{\"messages\":[{\"status\":\"ok\",\"total\":%s}],\"collection\":[%s]}"
        .formatted(
            total,
            joined(
                Stream.of(rows)
                    .map(row -> row.split(" ", -1))
                    .map(
                        row ->
                            """
                            {"doi":"10.1101/%s","title":"Title of %s","authors":"Lovelace, A.",
                            "date":"%s","version":"%s","type":"%s","category":"genetics",
                            "abstract":"Text.","published":"NA"}
                            """
                                .formatted(row[0], row[0], date, row[1], row[2]))));
  }

  /** What bioRxiv says behind the last page. */
  static String biorxivEnd() {
    return "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}";
  }

  /** A page of Semantic Scholar, of papers with so many citations. */
  static String citations(int count, String token, String... ids) {
    return "{\"total\":999,\"token\":%s,\"data\":[%s]}"
        .formatted(
            token.isEmpty() ? "null" : "\"" + token + "\"",
            joined(
                Stream.of(ids)
                    .map(
                        id ->
                            "{\"externalIds\":{\"ArXiv\":\"%s\"},\"citationCount\":%d}"
                                .formatted(id, count))));
  }

  /** A feed of a laboratory; an item without a date each. */
  static String feed(String... ids) {
    return "<rss version=\"2.0\"><channel><title>A lab</title><link>http://lab.example/</link>"
        + "<description>x</description>"
        + Stream.of(ids)
            .map(
                id ->
                    "<item><title>Title of %s</title><guid isPermaLink=\"false\">10.5555/%s</guid></item>"
                        .formatted(id, id))
            .collect(Collectors.joining())
        + "</channel></rss>";
  }
}
