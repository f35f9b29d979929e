package io.paperwire.ingest.publish;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Statements of one batch of which one stands. Who hands in several versions of a paper at one time
 * may name them in any order, and the same again: the highest stands, and of several statements of
 * it the last. What an upstream says has no rivals.
 */
final class Rivals {

  /**
   * A statement of a batch.
   *
   * @param place its place there, from 0
   */
  record Placed(int place, SourceRecord record) {
    private int version() {
      return record.version().orElse(0);
    }
  }

  private Rivals() {}

  /**
   * All statements of a batch. Rivals are in one list: the one that stands, then those that stand
   * in for it if it cannot be written.
   */
  static List<List<Placed>> of(List<SourceRecord> records) {
    List<List<Placed>> all = new ArrayList<>();
    Map<CanonicalId, List<Placed>> handedIn = new HashMap<>();
    for (int place = 0; place < records.size(); place++) {
      SourceRecord record = records.get(place);
      List<Placed> rivals =
          record.announcement() == Announcement.HANDED_IN
              ? handedIn.computeIfAbsent(record.paperId(), _ -> further(all))
              : further(all);
      rivals.add(new Placed(place, record));
    }
    return all.stream().map(Rivals::bestFirst).toList();
  }

  private static List<Placed> further(List<List<Placed>> all) {
    List<Placed> rivals = new ArrayList<>();
    all.add(rivals);
    return rivals;
  }

  /** What names no version is said of the highest that the others name. */
  private static List<Placed> bestFirst(List<Placed> rivals) {
    OptionalInt highest =
        rivals.stream().flatMapToInt(rival -> rival.record().version().stream()).max();
    return rivals.stream()
        .map(
            rival ->
                rival.record().version().isPresent()
                    ? rival
                    : new Placed(rival.place(), rival.record().withVersion(highest)))
        .sorted(Comparator.comparingInt(Placed::version).thenComparingInt(Placed::place).reversed())
        .toList();
  }
}
