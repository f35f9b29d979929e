package io.paperwire.notify.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.index.Admission;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.why.PaperName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The page that searches: in the interest language, for the id of a paper, or for a name. */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

  private static final int PAGE = 25;

  private final PaperCatalogue catalogue;
  private final InterestParser parser;
  private final SearchLimit limit;
  private final PageRenderer renderer;

  SearchController(
      PaperCatalogue catalogue, InterestParser parser, SearchLimit limit, PageRenderer renderer) {
    this.catalogue = catalogue;
    this.parser = parser;
    this.limit = limit;
    this.renderer = renderer;
  }

  @Get("/search")
  MutableHttpResponse<?> search(
      HttpRequest<?> request, @QueryValue Optional<String> q, @QueryValue Optional<String> cursor) {
    String text = CleanText.line(q.orElse(""));
    if (text.isEmpty()) {
      return page(HttpStatus.OK, SearchResult.nothingAsked());
    }
    limit.count(request);
    Optional<Cursor> place = cursor.flatMap(Cursor::decode);
    if (cursor.isPresent() && place.isEmpty()) {
      return renderer.message(
          HttpStatus.BAD_REQUEST,
          Message.of("No such page", "The address of this page is incomplete."));
    }
    return paperNamed(text).orElseGet(() -> found(text, place));
  }

  /** Leads to the paper whose id or address a query is. */
  private Optional<MutableHttpResponse<?>> paperNamed(String text) {
    return PaperName.written(text)
        .flatMap(catalogue::idOf)
        .map(id -> HttpResponse.temporaryRedirect(URI.create(PaperAddresses.page(id))));
  }

  private MutableHttpResponse<String> found(String text, Optional<Cursor> place) {
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression interest) ->
          page(HttpStatus.OK, found(text, interest, place));
      case Reading.Refused(SyntaxError _) when PaperName.isNothingElse(text) ->
          page(HttpStatus.OK, SearchResult.unknownPaper(text));
      case Reading.Refused(SyntaxError error) ->
          page(HttpStatus.BAD_REQUEST, SearchResult.refused(text, QueryMistake.of(text, error)));
    };
  }

  private SearchResult found(String text, Expression interest, Optional<Cursor> place) {
    PaperPage page = catalogue.search(interest, place, PAGE);
    Optional<String> author =
        page.papers().isEmpty() && place.isEmpty()
            ? AuthorQuery.of(text).filter(this::hasPapers)
            : Optional.empty();
    return SearchResult.found(text, page, Admission.refusal(interest).isEmpty(), author);
  }

  private boolean hasPapers(String query) {
    return switch (parser.parse(query)) {
      case Reading.Understood(Expression interest) ->
          !catalogue.search(interest, Optional.empty(), 1).papers().isEmpty();
      case Reading.Refused(SyntaxError _) -> false;
    };
  }

  private MutableHttpResponse<String> page(HttpStatus status, SearchResult result) {
    return renderer.page(status, "search", Map.of("result", result));
  }
}
