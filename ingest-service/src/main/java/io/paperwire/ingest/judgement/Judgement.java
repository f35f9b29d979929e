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
            : change(
                ofStatement(announcement, version, meaning, before), meaning, before.meaning());
    if (verdict == Verdict.UNCHANGED) {
      return new Judgement(verdict, knowingText(before, meaning));
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
   *
   * @return revised, corrected or unchanged
   */
  private static Verdict ofStatement(
      Announcement announcement, int version, Meaning now, Known before) {
    boolean handedIn = announcement == Announcement.HANDED_IN;
    if (version != 0 && !handedIn) {
      return version > before.version() ? Verdict.REVISED : Verdict.UNCHANGED;
    }
    if (version != 0 && version != before.version()) {
      return Verdict.REVISED;
    }
    return ofWords(now, before.meaning());
  }

  /** Readers call it a revision if they would read something else. */
  private static Verdict ofWords(Meaning now, Meaning before) {
    if (now.content() == before.content()) {
      return Verdict.UNCHANGED;
    }
    boolean restored = before.withdrawn() && !now.withdrawn();
    return restored || now.text() != before.text() ? Verdict.REVISED : Verdict.CORRECTED;
  }

  /** What a former version noted says nothing of the text by itself; the same content does. */
  private static Known knowingText(Known before, Meaning now) {
    Meaning known = before.meaning();
    return known.text() == 0 && known.content() == now.content()
        ? new Known(before.version(), keepingPublication(now, known), before.announced())
        : before;
  }

  /** What happens to a withdrawn paper leaves it withdrawn, and is told so. */
  private static Verdict change(Verdict ofStatement, Meaning now, Meaning before) {
    Verdict change = otherChange(ofStatement, now, before);
    boolean told = change != Verdict.UNCHANGED || !before.withdrawn();
    return now.withdrawn() && told ? Verdict.WITHDRAWN : change;
  }

  private static Verdict otherChange(Verdict ofStatement, Meaning now, Meaning before) {
    if (ofStatement == Verdict.REVISED) {
      return Verdict.REVISED;
    }
    if (now.publication() != 0 && now.publication() != before.publication()) {
      return Verdict.PUBLISHED;
    }
    if (now.categories() == before.categories()) {
      return ofStatement;
    }
    return now.categoryCount() > before.categoryCount() ? Verdict.CROSS_LISTED : Verdict.CORRECTED;
  }

  /** A statement that leaves the DOI out does not unpublish the paper. */
  private static Meaning keepingPublication(Meaning now, Meaning before) {
    return now.publication() != 0
        ? now
        : new Meaning(
            now.content(),
            now.text(),
            before.publication(),
            now.categories(),
            now.categoryCount(),
            now.withdrawn());
  }
}
