package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.upstream.Request;
import java.time.Instant;
import java.util.Optional;

/** How an upstream is asked for a list, and how a page of it is read. No I/O. */
public interface ListFormat {

  /**
   * The request for the page at a position.
   *
   * @param end the list ends with the day of this moment
   */
  Request request(ListPosition position, Instant end);

  /** Whether lists of the past can be asked for. */
  default boolean hasPast() {
    return true;
  }

  /** Understands a page. */
  Outcome read(RawBytes body, Request request, Situation situation);

  /** The cursor behind a page that stays broken; empty if only the page itself tells it. */
  default Optional<String> beyond(ListPosition position) {
    return Optional.empty();
  }

  /**
   * Where a page is read.
   *
   * @param position how far the list is
   * @param progress the positions of the whole source
   * @param end the list ends with the day of this moment
   * @param now when it is read
   */
  record Situation(ListPosition position, Progress progress, Instant end, Instant now) {}

  /** What a page turned out to be. */
  sealed interface Outcome {}

  /**
   * A page.
   *
   * @param items how many items it has
   * @param content what was understood of them
   * @param next the cursor of the next page; empty at the end of the list
   */
  record Page(int items, Reading.Content content, Optional<String> next) implements Outcome {}

  /**
   * No page.
   *
   * @param reading what it is instead
   */
  record NoPage(Reading reading) implements Outcome {

    /** Nothing of it can be used. */
    public static NoPage unreadable(String reason) {
      return new NoPage(new Reading.Unreadable(reason));
    }

    /** It says nothing, and is to be asked for again. */
    public static NoPage askAgain(String reason) {
      return new NoPage(new Reading.AskAgain(reason));
    }
  }

  /** A list in JSON. */
  interface Json extends ListFormat {

    @Override
    default Outcome read(RawBytes body, Request request, Situation situation) {
      return switch (JsonView.of(body)) {
        case Parsed.Valid<JsonView>(JsonView answer) -> read(answer, request, situation);
        case Parsed.Invalid<JsonView> invalid -> NoPage.unreadable(invalid.reason());
      };
    }

    /** Understands a page. */
    Outcome read(JsonView answer, Request request, Situation situation);
  }
}
