package io.paperwire.ingest.source.semanticscholar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.config.SemanticScholarConfiguration;
import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RecordedSignal.Kind;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.poll.Counts;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Citations of the papers that a search finds.
 *
 * @param configuration which papers
 */
record CitationsFormat(SemanticScholarConfiguration configuration) implements ListFormat.Json {

  /** The source's name. */
  static final String SOURCE = "semantic-scholar";

  @Override
  public Request request(ListPosition position, Instant end) {
    String since =
        end.minus(configuration.lookback()).atZone(ZoneOffset.UTC).toLocalDate().toString();
    String token =
        position.cursor().map(text -> "&token=" + URLEncoder.encode(text, UTF_8)).orElse("");
    Request request =
        Request.of(
            URI.create(
                "%s/graph/v1/paper/search/bulk?query=%s&fields=externalIds,citationCount&publicationDateOrYear=%s:%s"
                    .formatted(
                        configuration.baseUrl().toString().replaceAll("/+$", ""),
                        URLEncoder.encode(configuration.query(), UTF_8),
                        since,
                        token)),
            Request.JSON);
    return configuration.apiKey().isBlank()
        ? request
        : request.withSecrets(Map.of("x-api-key", configuration.apiKey()));
  }

  /** What was counted in the past is not told. */
  @Override
  public boolean hasPast() {
    return false;
  }

  @Override
  public Outcome read(JsonView answer, Request request, Situation situation) {
    JsonView data = answer.at("data");
    if (!data.isArray()) {
      return NoPage.unreadable("no data, but " + answer.value().kind());
    }
    List<RecordedSignal> signals = new ArrayList<>();
    Map<String, Position> counts = new HashMap<>();
    for (JsonView paper : data.items()) {
      count(paper, situation, signals, counts);
    }
    return new Page(
        data.items().size(),
        new Content(List.of(), signals, List.of(), counts),
        answer.at("token").text().filter(_ -> !data.items().isEmpty()));
  }

  /** A paper without an id that others know, or without a count, is nobody's news. */
  private static void count(
      JsonView paper,
      Situation situation,
      List<RecordedSignal> signals,
      Map<String, Position> counts) {
    Optional<CanonicalId> id = id(paper.at("externalIds"));
    Optional<Long> citations = paper.at("citationCount").whole();
    if (id.isEmpty() || citations.isEmpty()) {
      return;
    }
    String part = Counts.part(id.get());
    Optional<Position> known =
        Optional.ofNullable(counts.get(part)).or(() -> situation.progress().of(part));
    Counts now = new Counts(Map.of(Kind.CITATION, citations.get()));
    Counts former = known.map(position -> Counts.of(Optional.of(position))).orElse(now);
    signals.addAll(now.since(former, id.get(), SOURCE, situation.now()));
    if (known.isEmpty() || !now.equals(former)) {
      counts.put(part, now.toPosition());
    }
  }

  private static Optional<CanonicalId> id(JsonView externalIds) {
    return externalIds
        .at("ArXiv")
        .text()
        .flatMap(ArxivId::parse)
        .or(() -> externalIds.at("DOI").text().flatMap(ArxivId::parse))
        .map(ArxivId::canonical)
        .or(() -> externalIds.at("DOI").text().flatMap(Doi::parse).map(Doi::canonical));
  }
}
