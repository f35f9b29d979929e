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
   * @param end the last moment of the time that is asked for
   */
  Request request(ListPosition position, Instant end);

  /** Whether lists of the past can be asked for. */
  default boolean hasPast() {
    return true;
  }

  /** How the upstream is asked for the past, where that is another way. */
  default ListFormat ofPast() {
    return this;
  }

  /** Understands a page. */
  Outcome read(RawBytes body, Request request, Situation situation);

  /** The name of a page, which stays the same however often the page is asked for. */
  default String place(ListPosition position) {
    return position.from() + " " + position.cursor().orElse("");
  }

  /**
   * The cursor to ask with after the answer to a cursor may have been lost. It is the same, except
   * where the upstream keeps its place in the list itself and would answer with the page behind.
   */
  default String afterLoss(String cursor) {
    return cursor;
  }

  /**
   * The cursor to ask with after the upstream has refused one as unknown; empty where the list is
   * to be begun again.
   */
  default Optional<String> afterRefusal(String cursor) {
    return Optional.empty();
  }

  /**
   * The cursor behind a page that stays broken; empty if nothing tells it.
   *
   * @param end the last moment of the time that is read
   */
  default Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    return Optional.empty();
  }

  /**
   * Where a page is read.
   *
   * @param position how far the list is
   * @param progress the positions of the whole source
   * @param end the last moment of the time that is read
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
   * @param answered when the upstream says that it answered; empty where it does not tell
   * @param reached the date that a list has come to which goes on to today by other dates than
   *     those of its papers; empty for other lists
   */
  record Page(
      int items,
      Reading.Content content,
      Optional<String> next,
      Optional<Instant> answered,
      Optional<Instant> reached)
      implements Outcome {

    /** A page that tells no dates but those of its papers. */
    public Page(int items, Reading.Content content, Optional<String> next) {
      this(items, content, next, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The upstream does not know the cursor any more: the list is begun again.
   *
   * @param reason the upstream's words
   */
  record CursorUnknown(String reason) implements Outcome {}

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
