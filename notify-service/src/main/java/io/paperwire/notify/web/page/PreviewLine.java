package io.paperwire.notify.web.page;

import io.paperwire.notify.web.catalogue.Catch;
import io.paperwire.notify.web.preview.Preview;
import java.util.List;
import java.util.Locale;

/**
 * What an interest would have caught, for readers.
 *
 * @param interest in their words
 * @param count how many papers, and how many a day
 * @param papers the newest of them
 * @param more how many are left out of {@code papers}
 */
public record PreviewLine(String interest, String count, List<PaperCard> papers, int more) {

  public PreviewLine {
    papers = List.copyOf(papers);
  }

  static PreviewLine of(Preview.Line line) {
    Catch caught = line.caught();
    return new PreviewLine(
        line.words(),
        caught.since().equals(line.until())
            ? "%s on %s".formatted(papers(caught.papers()), ReadableDay.shortly(line.until()))
            : "%s from %s to %s%s"
                .formatted(
                    papers(caught.papers()),
                    ReadableDay.shortly(caught.since()),
                    ReadableDay.shortly(line.until()),
                    perDay(line.perDay())),
        caught.newest().stream().map(PaperCard::inList).toList(),
        caught.papers() - caught.newest().size());
  }

  private static String papers(int papers) {
    return switch (papers) {
      case 0 -> "No paper";
      case 1 -> "1 paper";
      default -> papers + " papers";
    };
  }

  /** Whoever gets less than one a day counts them better over all days. */
  private static String perDay(double papers) {
    if (papers < 1) {
      return "";
    }
    return papers >= 10
        ? ", %d a day".formatted(Math.round(papers))
        : String.format(Locale.ROOT, ", %.1f a day", papers);
  }
}
