package io.paperwire.notify.web.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.likes.Awaited;
import io.paperwire.notify.web.likes.Closeness;
import io.paperwire.notify.web.likes.Edited;
import io.paperwire.notify.web.likes.Example;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.notify.web.likes.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the holder of a management token likes and does not like, as JSON. */
@Controller("/api/subscriptions/likes")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class LikesApi {

  /** As many as a file of the page may have bytes. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final String CLOSENESS =
      Arrays.stream(Closeness.values()).map(Closeness::code).collect(Collectors.joining(", "))
          + ".";

  private final Likes likes;

  LikesApi(Likes likes) {
    this.likes = likes;
  }

  /**
   * An example.
   *
   * @param id tells it from the subscriber's others
   * @param paper the paper's id; absent for a text
   * @param title the paper's title, or the beginning of the text
   * @param liked whether it is of what they want
   * @param origin where it comes from, in words
   * @param counts whether it takes part; if not, its meaning is being worked out
   */
  @Serdeable
  record ExampleBody(
      long id, @Nullable String paper, String title, boolean liked, String origin, boolean counts) {

    static ExampleBody of(Example example) {
      return new ExampleBody(
          example.id(),
          example.paperId().orElse(null),
          example.title(),
          example.liked(),
          example.origin(),
          example.vector().isPresent());
    }
  }

  /** What is not here yet: a paper by its id, or {@code orcid:...} for papers of an author. */
  @Serdeable
  record AwaitedBody(long id, String name, String origin) {

    static AwaitedBody of(Awaited awaited) {
      return new AwaitedBody(awaited.id(), awaited.name(), awaited.origin());
    }
  }

  /** All that somebody holds up, the newest first, and how near is near enough. */
  @Serdeable
  record LikesBody(List<ExampleBody> examples, List<AwaitedBody> awaited, String closeness) {

    static LikesBody of(Likes.Held held) {
      return new LikesBody(
          held.examples().stream().map(ExampleBody::of).toList(),
          held.awaited().stream().map(AwaitedBody::of).toList(),
          Closeness.of(held.leastCosine()).code());
    }
  }

  /** A library: the text of a BibTeX, RIS or CSV file, and its name. */
  @Serdeable
  record LibraryBody(@Nullable String name, @Nullable String text) {}

  /** What is to become examples; one of its fields is given. */
  @Serdeable
  record NewLikes(
      @Nullable List<String> papers,
      @Nullable String description,
      @Nullable String orcid,
      @Nullable LibraryBody library) {}

  /**
   * What became of it.
   *
   * @param taken the titles of the new examples
   * @param already how many were examples before
   * @param asText of {@code taken}, how many are works that count by title and abstract
   * @param awaited what is not here yet and counts as soon as it comes
   * @param notFound what cannot come, or has no place, as it was written
   * @param problems what could not be read
   */
  @Serdeable
  record ReportBody(
      List<String> taken,
      int already,
      int asText,
      List<String> awaited,
      List<String> notFound,
      List<String> problems) {

    static ReportBody of(Report report) {
      return new ReportBody(
          report.found(),
          report.again(),
          report.asText(),
          report.awaited(),
          report.notFound(),
          report.problems());
    }
  }

  /** Whether an example is liked. */
  @Serdeable
  record LikedBody(@Nullable Boolean liked) {}

  /** How near is near enough. */
  @Serdeable
  record ClosenessBody(@Nullable String closeness) {}

  @Get
  HttpResponse<?> likes(@Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    return SubscriptionsApi.withToken(
        authorization,
        token ->
            likes
                .held(token)
                .<HttpResponse<?>>map(held -> HttpResponse.ok(LikesBody.of(held)))
                .orElseGet(SubscriptionsApi::deadToken));
  }

  /** Adds examples; those whose paper is not here yet are waited for. */
  @Post
  HttpResponse<?> add(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @Body NewLikes body) {
    return SubscriptionsApi.withToken(authorization, token -> add(token, body));
  }

  /** A field that is given, and what takes it. */
  private record Given(String field, Supplier<Optional<Report>> taking) {

    static <T> Optional<Given> of(
        String field, @Nullable T value, Function<T, Optional<Report>> taking) {
      return Optional.ofNullable(value).map(it -> new Given(field, () -> taking.apply(it)));
    }
  }

  private HttpResponse<?> add(String token, NewLikes body) {
    List<Given> given =
        Stream.of(
                Given.of(
                    "papers",
                    body.papers(),
                    it -> likes.choose(token, SubscriptionsApi.texts("papers", it))),
                Given.of("description", body.description(), it -> likes.describe(token, it)),
                Given.of("orcid", body.orcid(), it -> likes.author(token, it)),
                Given.of("library", body.library(), it -> library(token, it)))
            .flatMap(Optional::stream)
            .toList();
    if (given.size() != 1) {
      return Problem.response(
          HttpStatus.BAD_REQUEST, "Give one of papers, description, orcid and library.");
    }
    Given one = given.getFirst();
    return one.taking()
        .get()
        .<HttpResponse<?>>map(report -> answer(one.field(), report))
        .orElseGet(SubscriptionsApi::deadToken);
  }

  private Optional<Report> library(String token, LibraryBody library) {
    String text = Optional.ofNullable(library.text()).orElse("");
    if (text.length() > MOST_CHARACTERS) {
      throw new HttpStatusException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "A library has %,d characters at most.".formatted(MOST_CHARACTERS));
    }
    return likes.library(token, Optional.ofNullable(library.name()).orElse("library"), text);
  }

  /** An error if nothing of it could be taken. */
  private static HttpResponse<?> answer(String field, Report report) {
    if (!report.isFruitless()) {
      return HttpResponse.ok(ReportBody.of(report));
    }
    Stream<String> notFound = report.notFound().stream().map("Not found: %s."::formatted);
    return Problem.wrongFields(
        Map.of(
            field,
            Stream.concat(report.problems().stream(), notFound).collect(Collectors.joining(" "))));
  }

  /** Moves an example to what is liked, or not liked. */
  @Put("/{id}")
  HttpResponse<?> move(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
      long id,
      @Body LikedBody body) {
    return Optional.ofNullable(body.liked())
        .<HttpResponse<?>>map(
            liked ->
                SubscriptionsApi.withToken(
                    authorization, token -> edited(likes.setLiked(token, id, liked), "saved")))
        .orElseGet(() -> Problem.wrongFields(Map.of("liked", "Say true or false.")));
  }

  @Delete("/{id}")
  HttpResponse<?> remove(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, long id) {
    return SubscriptionsApi.withToken(
        authorization, token -> edited(likes.remove(token, id), "removed"));
  }

  /** Waits for a paper no longer. */
  @Delete("/awaited/{id}")
  HttpResponse<?> removeAwaited(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, long id) {
    return SubscriptionsApi.withToken(
        authorization, token -> edited(likes.removeAwaited(token, id), "removed"));
  }

  /** Forgets all examples, and waits for none. */
  @Delete
  HttpResponse<?> erase(@Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    return SubscriptionsApi.withToken(
        authorization, token -> edited(likes.erase(token), "forgotten"));
  }

  @Put("/closeness")
  HttpResponse<?> closeness(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @Body ClosenessBody body) {
    return Optional.ofNullable(body.closeness())
        .flatMap(Closeness::of)
        .<HttpResponse<?>>map(
            closeness ->
                SubscriptionsApi.withToken(
                    authorization, token -> edited(likes.setCloseness(token, closeness), "saved")))
        .orElseGet(() -> Problem.wrongFields(Map.of("closeness", "It is one of " + CLOSENESS)));
  }

  static HttpResponse<?> edited(Edited edited, String done) {
    return switch (edited) {
      case DONE -> HttpResponse.ok(new SubscriptionsApi.Status(done));
      case NOTHING_SUCH ->
          Problem.response(HttpStatus.NOT_FOUND, "You have no example of this id.");
      case DEAD_LINK -> SubscriptionsApi.deadToken();
    };
  }
}
