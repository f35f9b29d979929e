package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an answer means. */
public sealed interface Reading {

  /**
   * The answer was understood.
   *
   * @param what the answer is, for the log
   * @param content what it holds
   * @param advances the positions after it
   * @param rest how long to rest before the next request; zero if there is more to ask for now
   */
  record Understood(String what, Content content, Map<String, Position> advances, Duration rest)
      implements Reading {

    public Understood {
      advances = Map.copyOf(advances);
    }

    /**
     * This answer, or that nothing of it is legible. A single item may well be faulty by itself,
     * and says nothing of the format.
     *
     * @param items how many items the answer has
     */
    public Reading ofItems(int items) {
      List<RejectedInput> rejects = content.rejects();
      return items > 1 && rejects.size() == items
          ? new NothingLegible("no item can be read; " + rejects.getFirst().reason(), this)
          : this;
    }
  }

  /**
   * A well-formed answer of whose items none can be read: the format may have changed, or all of
   * them may be faulty. It is asked for again, and is taken as it is if it stays so.
   *
   * @param reason why
   * @param asItIs the answer, with its items rejected
   */
  record NothingLegible(String reason, Understood asItIs) implements Reading {}

  /**
   * No answer of the kind that was asked for; nothing of it can be used.
   *
   * @param reason why
   */
  record Unreadable(String reason) implements Reading {}

  /**
   * A well-formed answer that says nothing, such as an error or an empty page where there should be
   * more; to be asked for again.
   *
   * @param reason what it says
   */
  record AskAgain(String reason) implements Reading {}

  /**
   * The place in a list that was asked for is not known any more; the list is to be begun again.
   *
   * @param reason what the answer says
   * @param anew the positions to begin with
   */
  record BeginAgain(String reason, Map<String, Position> anew) implements Reading {

    public BeginAgain {
      anew = Map.copyOf(anew);
    }
  }

  /**
   * What an answer holds.
   *
   * @param records statements about papers, in their order
   * @param signals attention to papers
   * @param rejects pieces that could not be read
   * @param counts what was counted of papers, which the signals lead to
   */
  record Content(
      List<SourceRecord> records,
      List<RecordedSignal> signals,
      List<RejectedInput> rejects,
      Map<String, Position> counts) {

    public Content {
      records = List.copyOf(records);
      signals = List.copyOf(signals);
      rejects = List.copyOf(rejects);
      counts = Map.copyOf(counts);
    }

    /** Papers alone. */
    public static Content ofPapers(List<SourceRecord> records, List<RejectedInput> rejects) {
      return new Content(records, List.of(), rejects, Map.of());
    }

    /** An answer without anything in it. */
    public static Content nothing() {
      return ofPapers(List.of(), List.of());
    }
  }
}
