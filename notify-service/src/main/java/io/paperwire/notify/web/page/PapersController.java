package io.paperwire.notify.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.NearPapers;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The pages that list papers. */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class PapersController {

  private static final int PAGE = 25;
  private static final PaperPage NO_PAPERS = new PaperPage(List.of(), Optional.empty());

  private final PaperCatalogue catalogue;
  private final NearPapers near;
  private final Vocabulary vocabulary;
  private final InterestParser parser;
  private final SearchLimit limit;
  private final PageRenderer renderer;
  private final HomePage home;
  private final TopicGroups topics;

  PapersController(
      PaperCatalogue catalogue,
      NearPapers near,
      Vocabulary vocabulary,
      InterestParser parser,
      SearchLimit limit,
      PageRenderer renderer,
      HomePage home,
      TopicGroups topics) {
    this.catalogue = catalogue;
    this.near = near;
    this.vocabulary = vocabulary;
    this.parser = parser;
    this.limit = limit;
    this.renderer = renderer;
    this.home = home;
    this.topics = topics;
  }

  /** The front page; {@code topics} and {@code queries} fill in the form. */
  @Get
  MutableHttpResponse<String> home(
      @QueryValue("topics") Optional<String> chosen,
      @QueryValue("queries") Optional<String> asked,
      @QueryValue Optional<String> cursor) {
    List<String> known = chosen.flatMap(vocabulary::topic).map(ResearchTopic::id).stream().toList();
    List<String> queries =
        asked.map(CleanText::line).filter(text -> !text.isEmpty()).stream().toList();
    return from(
        cursor,
        place ->
            home.page(HttpStatus.OK, SubscriptionForm.fresh(known, queries), List.of(), place));
  }

  @Get("/trending")
  MutableHttpResponse<String> trending(@QueryValue Optional<String> cursor) {
    return list(Listing.trending(), "/trending?", cursor, catalogue::trending);
  }

  /** Leads to the last day that has papers. */
  @Get("/days")
  MutableHttpResponse<?> days() {
    Optional<LocalDate> latest = catalogue.latestDay();
    return latest.isPresent()
        ? HttpResponse.temporaryRedirect(URI.create("/days/" + latest.get()))
        : renderer.message(HttpStatus.OK, Message.of("Papers by day", "There are no papers yet."));
  }

  @Get("/days/{day}")
  MutableHttpResponse<String> day(String day, @QueryValue Optional<String> cursor) {
    LocalDate date;
    try {
      date = LocalDate.parse(day);
    } catch (DateTimeException notADay) {
      return renderer.message(
          HttpStatus.NOT_FOUND, Message.of("No such day", "A day is written as in 2026-06-12."));
    }
    return list(
        Listing.ofDay(date, catalogue.dayBefore(date), catalogue.dayAfter(date)),
        "/days/" + date + "?",
        cursor,
        (place, limit) -> catalogue.onDay(date, place, limit));
  }

  @Get("/topics")
  MutableHttpResponse<String> topics() {
    return renderer.page("topics", Map.of("topics", topics));
  }

  @Get("/topics/{id}")
  MutableHttpResponse<String> topic(String id, @QueryValue Optional<String> cursor) {
    Optional<ResearchTopic> topic = vocabulary.topic(id);
    if (topic.isEmpty()) {
      return renderer.message(
          HttpStatus.NOT_FOUND,
          Message.of("No such topic", "It may have another name now.", "All topics", "/topics"));
    }
    List<TopicLink> parts =
        vocabulary.topics().stream()
            .filter(other -> other.broader().contains(id))
            .map(PapersController::link)
            .toList();
    TopicLink link = link(topic.get());
    return list(
        Listing.ofTopic(link, links(topic.get().broader()), parts),
        link.page() + "?",
        cursor,
        (place, limit) -> catalogue.onTopic(id, place, limit));
  }

  @Get("/search")
  MutableHttpResponse<String> search(
      HttpRequest<?> request, @QueryValue Optional<String> q, @QueryValue Optional<String> cursor) {
    String text = CleanText.line(q.orElse(""));
    if (text.isEmpty()) {
      return search(HttpStatus.OK, text, Optional.empty(), NO_PAPERS, Optional.empty());
    }
    limit.count(request);
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression interest) ->
          from(
              cursor,
              place -> {
                PaperPage page = catalogue.search(interest, place, PAGE);
                return search(
                    HttpStatus.OK,
                    text,
                    Optional.empty(),
                    page,
                    page.next().map(next -> address(text) + "&cursor=" + next.encoded()));
              });
      case Reading.Refused(SyntaxError error) ->
          search(
              HttpStatus.BAD_REQUEST,
              text,
              Optional.of(QueryMistake.of(text, error)),
              NO_PAPERS,
              Optional.empty());
    };
  }

  private static String address(String query) {
    return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private MutableHttpResponse<String> search(
      HttpStatus status,
      String text,
      Optional<QueryMistake> mistake,
      PaperPage page,
      Optional<String> next) {
    return renderer.page(
        status,
        "search",
        Map.of(
            "text",
            text,
            "mistake",
            mistake,
            "papers",
            page.papers().stream().map(PaperCard::inList).toList(),
            "follow",
            "/?queries=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "#subscribe",
            "next",
            next));
  }

  @Get("/papers/{+id}")
  MutableHttpResponse<String> paper(@PathVariable("id") String asRouted, HttpRequest<?> request) {
    Optional<ListedPaper> paper = catalogue.paper(PaperAddresses.id(asRouted, request.getUri()));
    return paper.isPresent()
        ? renderer.page(
            "whole",
            Map.of(
                "paper",
                PaperCard.whole(paper.get()),
                "links",
                paper.get().links(),
                "categories",
                paper.get().categories(),
                "likely",
                paper.get().likelyCategories(),
                "near",
                near.to(paper.get()).stream().map(NearLink::of).toList()))
        : renderer.message(
            HttpStatus.NOT_FOUND,
            Message.of("No such paper", "Paperwire does not know a paper of this id."));
  }

  private MutableHttpResponse<String> list(
      Listing listing,
      String address,
      Optional<String> cursor,
      BiFunction<Optional<Cursor>, Integer, PaperPage> papers) {
    return from(
        cursor,
        place -> {
          PaperPage page = papers.apply(place, PAGE);
          return renderer.page(
              "listing",
              Map.of(
                  "listing",
                  listing,
                  "papers",
                  page.papers().stream().map(PaperCard::inList).toList(),
                  "next",
                  page.next().map(next -> address + "cursor=" + next.encoded())));
        });
  }

  private MutableHttpResponse<String> from(
      Optional<String> cursor, Function<Optional<Cursor>, MutableHttpResponse<String>> page) {
    Optional<Cursor> place = cursor.flatMap(Cursor::decode);
    return cursor.isPresent() && place.isEmpty()
        ? renderer.message(
            HttpStatus.BAD_REQUEST,
            Message.of("No such page", "The address of this page is incomplete."))
        : page.apply(place);
  }

  private List<TopicLink> links(Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> vocabulary.topic(id).stream())
        .map(PapersController::link)
        .toList();
  }

  private static TopicLink link(ResearchTopic topic) {
    return new TopicLink(topic.id(), topic.label());
  }
}
