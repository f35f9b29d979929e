package io.paperwire.notify.web.page;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The front page: the form to subscribe, what is trending, and the newest papers. */
@Singleton
@WebRole
class HomePage {

  private static final int PAGE = 25;
  private static final int TRENDING = 5;

  private final PaperCatalogue catalogue;
  private final TopicGroups topics;
  private final PageRenderer renderer;

  HomePage(PaperCatalogue catalogue, TopicGroups topics, PageRenderer renderer) {
    this.catalogue = catalogue;
    this.topics = topics;
    this.renderer = renderer;
  }

  /**
   * The page with a form as it is filled in and what it would catch, and papers from a place on.
   */
  MutableHttpResponse<String> page(
      HttpStatus status, SubscriptionForm form, PreviewPart preview, Optional<Cursor> from) {
    PaperPage papers = catalogue.newest(from, PAGE);
    return renderer.page(
        status,
        "home",
        Map.of(
            "form",
            form,
            "preview",
            preview,
            "topics",
            topics,
            "papers",
            papers.papers().stream().map(PaperCard::inList).toList(),
            "trending",
            catalogue.trending(Optional.empty(), TRENDING).papers().stream()
                .map(PaperCard::inList)
                .toList(),
            "next",
            papers.next().map(next -> "/?cursor=" + next.encoded() + "#papers"),
            "first",
            from.isEmpty()));
  }
}
