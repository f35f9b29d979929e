package io.paperwire.ingest.judgement;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import java.util.Optional;

/**
 * A verdict, and what is known after it.
 *
 * @param verdict what happened to the paper
 * @param known what to remember; what was known before where the verdict is unchanged
 */
public record Judgement(Verdict verdict, Known known) {

  /** Judges a statement by itself and by what is known of the paper. */
  public static Judgement of(SourceRecord record, Optional<Known> known) {
    int version = Math.min(record.version().orElse(0), Known.MAX_VERSION);
    Meaning meaning = Meaning.of(record);
    return known
        .map(before -> again(record.announcement(), version, meaning, before))
        .orElseGet(() -> first(record.announcement(), version, meaning));
  }

  private static Judgement first(Announcement announcement, int version, Meaning meaning) {
    Verdict told = firstVerdict(announcement, version);
    boolean withdrawn = meaning.withdrawn() && told != Verdict.UNCHANGED;
    Verdict verdict = withdrawn ? Verdict.WITHDRAWN : told;
    return new Judgement(verdict, new Known(version, meaning, verdict == Verdict.ANNOUNCED));
  }

  private static Verdict firstVerdict(Announcement announcement, int version) {
    return switch (announcement) {
      case UNSAID, HANDED_IN, NEW -> Verdict.ANNOUNCED;
      // Newness is that of the first version, whatever the feed calls it.
      case CROSS_OF_NEW -> version > 1 ? Verdict.CROSS_LISTED : Verdict.ANNOUNCED;
      case CROSS_OF_OLD -> Verdict.CROSS_LISTED;
      case REPLACEMENT -> Verdict.REVISED;
      case STANDING -> Verdict.UNCHANGED;
    };
  }

  private static Judgement again(
      Announcement announcement, int version, Meaning meaning, Known before) {
    boolean handedIn = announcement == Announcement.HANDED_IN;
    if (version != 0 && version < before.version() && !handedIn) {
      return new Judgement(Verdict.UNCHANGED, before); // an old page came back
    }
    boolean lateNews =
        announcement == Announcement.NEW
            && !before.announced()
            && version == before.version()
            && !meaning.withdrawn();
    Verdict verdict =
        lateNews
            ? Verdict.ANNOUNCED
            : change(isRevised(announcement, version, meaning, before), meaning, before.meaning());
    if (verdict == Verdict.UNCHANGED) {
      return new Judgement(verdict, before);
    }
    return new Judgement(
        verdict,
        new Known(
            handedIn && version != 0 ? version : Math.max(version, before.version()),
            keepingPublication(meaning, before.meaning()),
            before.announced() || lateNews));
  }

  /**
   * Where a paper has versions, its number tells of a revision; other words under the same number
   * come from a clean-up of old records, or from another rendering of the same text. Who hands a
   * paper in corrects by saying it again, and may have mistyped the version in its id before.
   */
  private static boolean isRevised(
      Announcement announcement, int version, Meaning now, Known before) {
    boolean otherWords = now.content() != before.meaning().content();
    if (version == 0) {
      return otherWords;
    }
    return announcement == Announcement.HANDED_IN
        ? otherWords || version != before.version()
        : version > before.version();
  }

  /** What happens to a withdrawn paper leaves it withdrawn, and is told so. */
  private static Verdict change(boolean revised, Meaning now, Meaning before) {
    Verdict change = otherChange(revised, now, before);
    boolean told = change != Verdict.UNCHANGED || !before.withdrawn();
    return now.withdrawn() && told ? Verdict.WITHDRAWN : change;
  }

  private static Verdict otherChange(boolean revised, Meaning now, Meaning before) {
    if (revised) {
      return Verdict.REVISED;
    }
    if (now.publication() != 0 && now.publication() != before.publication()) {
      return Verdict.PUBLISHED;
    }
    if (now.categories() == before.categories()) {
      return Verdict.UNCHANGED;
    }
    return now.categoryCount() > before.categoryCount() ? Verdict.CROSS_LISTED : Verdict.REVISED;
  }

  /** A statement that leaves the DOI out does not unpublish the paper. */
  private static Meaning keepingPublication(Meaning now, Meaning before) {
    return now.publication() != 0
        ? now
        : new Meaning(
            now.content(),
            before.publication(),
            now.categories(),
            now.categoryCount(),
            now.withdrawn());
  }
}
