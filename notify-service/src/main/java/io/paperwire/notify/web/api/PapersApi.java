package io.paperwire.notify.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.ListedDay;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Papers and topics as JSON. */
@Controller("/api")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class PapersApi {

  private static final int PAGE = 50;
  private static final int SUGGESTIONS = 20;

  private final PaperCatalogue catalogue;
  private final Vocabulary vocabulary;
  private final InterestParser parser;
  private final SearchLimit limit;

  PapersApi(
      PaperCatalogue catalogue, Vocabulary vocabulary, InterestParser parser, SearchLimit limit) {
    this.catalogue = catalogue;
    this.vocabulary = vocabulary;
    this.parser = parser;
    this.limit = limit;
  }

  /** A topic of a paper. */
  @Serdeable
  record TopicBody(String topic, String label, double score) {}

  /** Where a paper stands within a topic this week. */
  @Serdeable
  record PlaceBody(String topic, String label, int place) {}

  /** A link of a paper. */
  @Serdeable
  record LinkBody(String rel, String url) {}

  /** A paper; the names are those of the command line's format where both have a field. */
  @Serdeable
  record PaperBody(
      String id,
      String title,
      @JsonProperty("abstract") @Nullable String abstractText,
      @Nullable String summary,
      @Nullable String summaryModel,
      List<String> authors,
      List<String> categories,
      List<String> likelyCategories,
      @Nullable String kind,
      @Nullable Instant published,
      Instant listed,
      String status,
      @Nullable String url,
      List<LinkBody> links,
      List<TopicBody> topics,
      List<PlaceBody> places,
      long votes,
      boolean trending) {

    static PaperBody of(ListedPaper paper) {
      return new PaperBody(
          paper.id(),
          paper.title(),
          paper.abstractText().orElse(null),
          paper.summary().orElse(null),
          paper.summaryModel().orElse(null),
          paper.authors(),
          paper.categories(),
          paper.likelyCategories(),
          paper.contribution().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse(null),
          paper.publishedAt().orElse(null),
          paper.listedAt(),
          paper.standing().code(),
          paper.url().orElse(null),
          paper.links().stream().map(link -> new LinkBody(link.rel(), link.url())).toList(),
          paper.topics().stream()
              .map(topic -> new TopicBody(topic.id(), topic.label(), topic.score()))
              .toList(),
          paper.places().stream()
              .map(place -> new PlaceBody(place.topic(), place.label(), place.place()))
              .toList(),
          paper.votes(),
          paper.trending());
    }
  }

  /** One page of papers; {@code next} is the cursor of the next one. */
  @Serdeable
  record PapersBody(List<PaperBody> papers, @Nullable String next) {}

  /** A topic that can be followed. */
  @Serdeable
  record KnownTopic(String topic, String label, List<String> broader) {}

  /**
   * Lists papers. At most one of topic, day and q chooses the list; without any, sort does.
   *
   * @param sort {@code newest} (the default) or {@code trending}
   * @param topic a topic id; papers on its parts are listed too
   * @param day a day in UTC such as {@code 2026-06-12}
   * @param q an expression of the interest language
   * @param cursor where to go on, as an earlier answer said in {@code next}
   */
  @Get("/papers")
  HttpResponse<?> papers(
      HttpRequest<?> request,
      @QueryValue Optional<String> sort,
      @QueryValue Optional<String> topic,
      @QueryValue Optional<String> day,
      @QueryValue Optional<String> q,
      @QueryValue Optional<String> cursor) {
    Optional<Cursor> from = cursor.flatMap(Cursor::decode);
    if (cursor.isPresent() && from.isEmpty()) {
      return wrong("cursor must be the 'next' of an earlier answer");
    }
    if (Stream.of(sort, topic, day, q).filter(Optional::isPresent).count() > 1) {
      return wrong("choose one of sort, topic, day and q");
    }
    if (topic.isPresent()) {
      return vocabulary.topic(topic.get()).isPresent()
          ? answer(catalogue.onTopic(topic.get(), from, PAGE))
          : wrong("there is no topic '" + topic.get() + "'; /api/topics lists them");
    }
    if (day.isPresent()) {
      Optional<LocalDate> date = ListedDay.read(day.get());
      return date.isPresent()
          ? answer(catalogue.onDay(date.get(), from, PAGE))
          : wrong("day must be written as 2026-06-12");
    }
    if (q.isPresent()) {
      limit.count(request);
      String text = CleanText.line(q.get());
      return switch (parser.parse(text)) {
        case Reading.Understood(Expression interest) ->
            answer(catalogue.search(interest, from, PAGE));
        case Reading.Refused(SyntaxError error) ->
            Problem.wrongFields(Map.of("q", error.describe(text)));
      };
    }
    return switch (sort.orElse("newest")) {
      case "newest" -> answer(catalogue.newest(from, PAGE));
      case "trending" -> answer(catalogue.trending(from, PAGE));
      case String other -> wrong("sort must be newest or trending, not '" + other + "'");
    };
  }

  /** One paper; its id stands in the path as it is, slashes included. */
  @Get("/papers/{+id}")
  HttpResponse<?> paper(@PathVariable("id") String asRouted, HttpRequest<?> request) {
    String id = PaperAddresses.id(asRouted, request.getUri());
    Optional<ListedPaper> paper = catalogue.paper(id);
    return paper.isPresent()
        ? HttpResponse.ok(PaperBody.of(paper.get()))
        : Problem.response(HttpStatus.NOT_FOUND, "There is no paper '" + id + "'.");
  }

  /** All topics, or those that someone may mean who has typed so much. */
  @Get("/topics")
  List<KnownTopic> topics(@QueryValue Optional<String> q) {
    return q.map(typed -> vocabulary.suggest(typed, SUGGESTIONS).stream())
        .orElseGet(() -> vocabulary.topics().stream())
        .map(PapersApi::known)
        .toList();
  }

  private static KnownTopic known(ResearchTopic topic) {
    return new KnownTopic(topic.id(), topic.label(), topic.broader());
  }

  private static HttpResponse<?> answer(PaperPage page) {
    return HttpResponse.ok(
        new PapersBody(
            page.papers().stream().map(PaperBody::of).toList(),
            page.next().map(Cursor::encoded).orElse(null)));
  }

  private static HttpResponse<?> wrong(String detail) {
    return Problem.response(HttpStatus.BAD_REQUEST, "Wrong request: " + detail + ".");
  }
}
