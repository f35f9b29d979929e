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
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.ListedDay;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.NearPapers;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import io.paperwire.notify.web.why.PaperName;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.net.URI;
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

  private final PaperCatalogue catalogue;
  private final NearPapers near;
  private final Vocabulary vocabulary;
  private final PageRenderer renderer;
  private final HomePage home;
  private final TopicGroups topics;

  PapersController(
      PaperCatalogue catalogue,
      NearPapers near,
      Vocabulary vocabulary,
      PageRenderer renderer,
      HomePage home,
      TopicGroups topics) {
    this.catalogue = catalogue;
    this.near = near;
    this.vocabulary = vocabulary;
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
            home.page(
                HttpStatus.OK, SubscriptionForm.fresh(known, queries), PreviewPart.NONE, place));
  }

  @Get("/trending")
  MutableHttpResponse<String> trending(@QueryValue Optional<String> cursor) {
    return from(
        cursor,
        place -> {
          PaperPage page = catalogue.trending(place, PAGE);
          return renderer.page(
              "trending",
              Map.of(
                  "listing",
                  Listing.trending(),
                  "papers",
                  page.papers().stream().map(PaperCard::inList).toList(),
                  "next",
                  page.next().map(next -> "/trending?cursor=" + next.encoded()),
                  "noticed",
                  page.next().isPresent() ? List.of() : noticed()));
        });
  }

  private List<PaperCard> noticed() {
    return catalogue.noticed(PAGE).stream().map(PaperCard::inList).toList();
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
    return ListedDay.read(day)
        .map(
            date ->
                list(
                    Listing.ofDay(date, catalogue.dayBefore(date), catalogue.dayAfter(date)),
                    "/days/" + date + "?",
                    cursor,
                    (place, limit) -> catalogue.onDay(date, place, limit)))
        .orElseGet(
            () ->
                renderer.message(
                    HttpStatus.NOT_FOUND,
                    Message.of("No such day", "A day is written as in 2026-06-12.")));
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

  @Get("/papers/{+id}")
  MutableHttpResponse<?> paper(@PathVariable("id") String asRouted, HttpRequest<?> request) {
    String asked = PaperAddresses.id(asRouted, request.getUri());
    return catalogue
        .paper(asked)
        .<MutableHttpResponse<?>>map(this::whole)
        .or(() -> byAnotherName(asked))
        .orElseGet(
            () ->
                renderer.message(
                    HttpStatus.NOT_FOUND,
                    Message.of("No such paper", "Paperwire does not know a paper of this id.")));
  }

  /** Leads from what else a paper is called, such as an id with a version, to its page. */
  private Optional<MutableHttpResponse<?>> byAnotherName(String asked) {
    return PaperName.written(asked)
        .flatMap(catalogue::idOf)
        .filter(id -> !id.equals(asked))
        .map(id -> HttpResponse.temporaryRedirect(URI.create(PaperAddresses.page(id))));
  }

  private MutableHttpResponse<String> whole(ListedPaper paper) {
    PaperCard card = PaperCard.whole(paper);
    return renderer.page(
        "whole",
        Map.of(
            "paper",
            card,
            "authors",
            card.authors().stream().map(AuthorLink::of).toList(),
            "links",
            paper.links(),
            "categories",
            paper.categories(),
            "likely",
            paper.likelyCategories(),
            "near",
            near.to(paper).stream().map(NearLink::of).toList()));
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
