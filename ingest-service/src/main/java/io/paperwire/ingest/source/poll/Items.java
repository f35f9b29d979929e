package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Understands the items of an answer one by one: one that cannot be read stops no other. */
public final class Items {

  private Items() {}

  /** Items of JSON; one that is rejected is kept as it stands in the answer, but for spaces. */
  public static Content ofJson(
      List<JsonView> items,
      Request request,
      Function<JsonView, Optional<String>> name,
      Function<JsonView, Parsed<SourceRecord>> reader) {
    return of(items, request, name, reader, item -> RawBytes.of(item.json().getBytes(UTF_8)));
  }

  /**
   * Items of any form.
   *
   * @param request what led to the answer, for dead letters
   * @param name what the upstream calls an item, which stays the same while it stays as it is
   * @param reader understands an item
   * @param bytes the bytes of an item that is rejected
   */
  public static <T> Content of(
      List<T> items,
      Request request,
      Function<T, Optional<String>> name,
      Function<T, Parsed<SourceRecord>> reader,
      Function<T, RawBytes> bytes) {
    List<SourceRecord> records = new ArrayList<>();
    List<RejectedInput> rejects = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      switch (reader.apply(items.get(i))) {
        case Parsed.Valid<SourceRecord>(SourceRecord paper) -> records.add(paper);
        case Parsed.Invalid<SourceRecord> invalid ->
            rejects.add(
                RejectedInput.whole(
                    new Place(request.address().toString(), i + 1, name.apply(items.get(i))),
                    invalid.fault(),
                    "item " + (i + 1) + ": " + invalid.reason(),
                    bytes.apply(items.get(i))));
      }
    }
    return Content.ofPapers(records, rejects);
  }

  /**
   * The newest date that the papers of an answer tell of themselves.
   *
   * @param upTo later dates do not count, since some upstreams tell dates that are still to come
   */
  public static Instant newest(Content content, Instant upTo) {
    return content.records().stream()
        .flatMap(paper -> paper.dates().updated().or(paper.dates()::published).stream())
        .filter(date -> !date.isAfter(upTo))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
