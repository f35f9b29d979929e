package io.paperwire.notify.match;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.BacklogHeader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Two lanes on which papers go to the subscribers: one for what is new, one for a backlog ({@link
 * BacklogHeader}), so that an alert does not wait behind twenty thousand papers of last year.
 *
 * <p>A task takes of all that lies before it the record with the earliest time. On the lane of the
 * backlog that time is the moment up to which a record may wait, so what is new goes first, and the
 * backlog fills the pauses (earliest deadline first).
 *
 * <p>A change of a paper can overtake an older one that is still on the other lane. So records
 * carry their place in the topic of papers, and what was overtaken is passed over, see {@link
 * OvertakenPapers}.
 */
final class PaperLanes {

  private static final String PLACE = "paperwire.place";

  private PaperLanes() {}

  /**
   * A paper on its way to a lane.
   *
   * @param paper the paper, if it was not deleted
   * @param backlog whether it is on the lane of the backlog
   */
  record Laned(@Nullable EnrichedPaper paper, boolean backlog) {}

  /** Decides on the lane, and writes down the record's place and until when it may wait. */
  static Processor<String, EnrichedPaper, String, Laned> entrance(Duration patience) {
    return new ContextualProcessor<>() {
      @Override
      public void process(Record<String, EnrichedPaper> record) {
        boolean backlog = BacklogHeader.isMarked(record.headers());
        long wait = backlog ? patience.toMillis() : 0;
        context().recordMetadata().ifPresent(place -> note(record.headers(), place.offset()));
        context()
            .forward(
                record
                    .withValue(new Laned(record.value(), backlog))
                    .withTimestamp(record.timestamp() + wait));
      }
    };
  }

  /** Makes commands of the records of a lane, with the time that they had before. */
  static Processor<String, EnrichedPaper, String, MatchCommand> exit(
      boolean backlog, Duration patience) {
    return new ContextualProcessor<>() {
      @Override
      public void process(Record<String, EnrichedPaper> record) {
        long wait = backlog ? patience.toMillis() : 0;
        context()
            .forward(
                record
                    .withValue(
                        MatchCommand.ofPaper(
                            record.key(), record.value(), backlog, place(record.headers())))
                    .withTimestamp(record.timestamp() - wait));
      }
    };
  }

  private static void note(Headers headers, long offset) {
    headers.remove(PLACE);
    headers.add(PLACE, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
  }

  private static long place(Headers headers) {
    Header place = Objects.requireNonNull(headers.lastHeader(PLACE), PLACE);
    return ByteBuffer.wrap(place.value()).getLong();
  }
}
