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
 */
public record PreviewLine(String interest, String count, List<PaperCard> papers) {

  public PreviewLine {
    papers = List.copyOf(papers);
  }

  static PreviewLine of(Preview.Line line) {
    Catch caught = line.caught();
    String papers = caught.papers() == 1 ? "1 paper" : caught.papers() + " papers";
    return new PreviewLine(
        line.words(),
        "%s from %s to %s, %s a day"
            .formatted(
                papers,
                ReadableDay.shortly(caught.since()),
                ReadableDay.shortly(line.until()),
                perDay(line.perDay())),
        caught.newest().stream().map(PaperCard::inList).toList());
  }

  private static String perDay(double papers) {
    return papers >= 10
        ? Long.toString(Math.round(papers))
        : String.format(Locale.ROOT, "%.1f", papers);
  }
}
