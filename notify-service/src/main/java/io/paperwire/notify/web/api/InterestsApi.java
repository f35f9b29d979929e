package io.paperwire.notify.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.account.CheckedForm;
import io.paperwire.notify.web.account.FieldErrors;
import io.paperwire.notify.web.account.Preferences;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.preview.Forecast;
import io.paperwire.notify.web.preview.Preview;
import io.paperwire.notify.web.why.WhyAnswers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What interests would catch, and why one did not, as JSON. */
@Controller("/api")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class InterestsApi {

  private final Subscriptions subscriptions;
  private final Preview preview;
  private final WhyAnswers answers;
  private final SearchLimit limit;

  InterestsApi(
      Subscriptions subscriptions, Preview preview, WhyAnswers answers, SearchLimit limit) {
    this.subscriptions = subscriptions;
    this.preview = preview;
    this.answers = answers;
    this.limit = limit;
  }

  /** A paper that an interest would have caught. */
  @Serdeable
  record CaughtBody(String id, String title) {

    static CaughtBody of(ListedPaper paper) {
      return new CaughtBody(paper.id(), paper.title());
    }
  }

  /**
   * What an interest would have caught.
   *
   * @param interest in the words of whoever asks
   * @param since the first day that was looked at, in UTC; later than asked for where there are
   *     very many papers
   * @param until the last day that was looked at
   * @param papers how many
   * @param perDay how many a day
   * @param byDay how many of each day that has some
   * @param newest the newest of them
   */
  @Serdeable
  record PreviewBody(
      String interest,
      LocalDate since,
      LocalDate until,
      int papers,
      double perDay,
      Map<LocalDate, Integer> byDay,
      List<CaughtBody> newest) {

    static PreviewBody of(Preview.Line line) {
      return new PreviewBody(
          line.words(),
          line.caught().since(),
          line.until(),
          line.caught().papers(),
          line.perDay(),
          line.caught().byDay(),
          line.caught().newest().stream().map(CaughtBody::of).toList());
    }
  }

  /** An interest whose papers were not counted, and why. */
  @Serdeable
  record LeftBody(String interest, String notCounted) {

    static LeftBody of(Forecast.Left left) {
      return new LeftBody(left.interest(), left.why().words());
    }
  }

  /** Why a paper did not come. */
  @Serdeable
  record WhyBody(String paper, @Nullable String title, String answer, List<String> details) {}

  /**
   * Tells what interests would have caught of late, one after the other, and which of them were not
   * counted; saves nothing.
   *
   * @param days how many days are looked at, one of {@link Preview#DAYS}
   */
  @Post("/preview")
  HttpResponse<?> preview(
      HttpRequest<?> request,
      @QueryValue Optional<String> days,
      @Body SubscriptionsApi.PreferencesBody body) {
    limit.count(request);
    Optional<Integer> back = Preview.days(days.orElse(Integer.toString(Preview.USUAL_DAYS)));
    if (back.isEmpty()) {
      return Problem.wrongFields(Map.of("days", "It is one of 7, 14, 30 and 90."));
    }
    return switch (subscriptions.check(body.form())) {
      case CheckedForm.Rejected(FieldErrors errors) -> Problem.wrongFields(errors.byField());
      case CheckedForm.Accepted(Preferences preferences) ->
          HttpResponse.ok(bodies(preview.of(preferences, back.get())));
    };
  }

  private static List<Object> bodies(Forecast forecast) {
    return Stream.<Object>concat(
            forecast.lines().stream().map(PreviewBody::of),
            forecast.left().stream().map(LeftBody::of))
        .toList();
  }

  /**
   * Tells the holder of a management token why a paper did not come.
   *
   * @param paper its id or address
   */
  @Get("/subscriptions/why")
  HttpResponse<?> why(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @QueryValue String paper) {
    Optional<String> token = SubscriptionsApi.token(authorization);
    if (token.isEmpty()) {
      return SubscriptionsApi.unauthorized();
    }
    return answers
        .why(token.get(), paper)
        .<HttpResponse<?>>map(
            why ->
                HttpResponse.ok(
                    new WhyBody(
                        why.paperId(), why.title().orElse(null), why.answer(), why.details())))
        .orElseGet(
            () ->
                Problem.response(HttpStatus.GONE, "This token is incomplete, too old or made up."));
  }
}
