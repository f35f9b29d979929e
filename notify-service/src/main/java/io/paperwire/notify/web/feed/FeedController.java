package io.paperwire.notify.web.feed;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.paper.IdPaths;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.feed.atom.AtomFeed;
import io.paperwire.notify.web.feed.atom.AtomWriter;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The feeds. */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {

  private static final int ENTRIES = 50;
  private static final String NAME = "feed.atom";
  private static final MediaType ATOM = MediaType.of("application/atom+xml;charset=utf-8");
  private static final MediaType TEXT = MediaType.of("text/plain;charset=utf-8");

  /** Readers of feeds ask a few times an hour, and papers come once a day. */
  private static final String CACHED = "public, max-age=" + Duration.ofMinutes(5).toSeconds();

  private final PaperCatalogue catalogue;
  private final Vocabulary vocabulary;
  private final InterestParser parser;
  private final SearchLimit limit;
  private final PaperFeeds feeds;

  FeedController(
      PaperCatalogue catalogue,
      Vocabulary vocabulary,
      InterestParser parser,
      SearchLimit limit,
      @Property(name = "paperwire.web.base-url") URI publicAddress) {
    this.catalogue = catalogue;
    this.vocabulary = vocabulary;
    this.parser = parser;
    this.limit = limit;
    this.feeds = new PaperFeeds(publicAddress);
  }

  /** The newest papers, or with {@code q} the newest that an expression matches. */
  @Get("/" + NAME)
  HttpResponse<String> newest(HttpRequest<?> request, @QueryValue Optional<String> q) {
    return q.isPresent()
        ? search(request, CleanText.line(q.get()))
        : answer(
            request,
            feeds.feed(
                "/" + NAME,
                "/",
                "newest papers",
                catalogue.newest(Optional.empty(), ENTRIES).papers()));
  }

  @Get("/trending/" + NAME)
  HttpResponse<String> trending(HttpRequest<?> request) {
    return answer(
        request,
        feeds.feed(
            "/trending/" + NAME,
            "/trending",
            "trending papers",
            catalogue.trending(Optional.empty(), ENTRIES).papers()));
  }

  @Get("/topics/{id}/" + NAME)
  HttpResponse<String> topic(HttpRequest<?> request, String id) {
    Optional<ResearchTopic> topic = vocabulary.topic(id);
    if (topic.isEmpty()) {
      return text(HttpStatus.NOT_FOUND, "There is no such topic; /topics lists all.");
    }
    String page = "/topics/" + IdPaths.encoded(id);
    return answer(
        request,
        feeds.feed(
            page + "/" + NAME,
            page,
            topic.get().label(),
            catalogue.onTopic(id, Optional.empty(), ENTRIES).papers()));
  }

  private HttpResponse<String> search(HttpRequest<?> request, String text) {
    limit.count(request);
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression interest) -> {
        String query = "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        yield answer(
            request,
            feeds.feed(
                "/" + NAME + query, "/search" + query, text, catalogue.newest(interest, ENTRIES)));
      }
      case Reading.Refused(SyntaxError error) ->
          text(HttpStatus.BAD_REQUEST, "This cannot be read: " + error.describe(text));
    };
  }

  private static HttpResponse<String> answer(HttpRequest<?> request, AtomFeed feed) {
    String document = AtomWriter.document(feed);
    EntityTag tag = EntityTag.of(document);
    MutableHttpResponse<String> answer =
        tag.isAmong(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH))
            ? HttpResponse.notModified()
            : HttpResponse.ok(document).contentType(ATOM);
    return answer.header(HttpHeaders.ETAG, tag.quoted()).header(HttpHeaders.CACHE_CONTROL, CACHED);
  }

  private static HttpResponse<String> text(HttpStatus status, String message) {
    return HttpResponse.<String>status(status).body(message + "\n").contentType(TEXT);
  }
}
