package io.paperwire.notify.web.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import io.paperwire.notify.web.account.Account;
import io.paperwire.notify.web.account.Change;
import io.paperwire.notify.web.account.Confirmation;
import io.paperwire.notify.web.account.Ended;
import io.paperwire.notify.web.account.ErasureMail;
import io.paperwire.notify.web.account.PreferencesForm;
import io.paperwire.notify.web.account.SignUp;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.client.ClientAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Subscriptions as JSON. */
@Controller("/api/subscriptions")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriptionsApi {

  private static final String BEARER = "Bearer ";

  private final Subscriptions subscriptions;
  private final ClientAddress clients;

  SubscriptionsApi(Subscriptions subscriptions, ClientAddress clients) {
    this.subscriptions = subscriptions;
    this.clients = clients;
  }

  /** What is sent to sign up. Times default to 08:00 on Mondays, the zone to UTC. */
  @Serdeable
  record SignUpRequest(
      @Nullable String address,
      @Nullable List<String> topics,
      @Nullable List<String> phrases,
      @Nullable List<String> authors,
      @Nullable List<String> queries,
      @Nullable String cadence,
      @Nullable String zone,
      @Nullable String sendAt,
      @Nullable String sendDay) {

    PreferencesForm form() {
      return new PreferencesBody(topics, phrases, authors, queries, cadence, zone, sendAt, sendDay)
          .form();
    }
  }

  /** Preferences as JSON. */
  @Serdeable
  record PreferencesBody(
      @Nullable List<String> topics,
      @Nullable List<String> phrases,
      @Nullable List<String> authors,
      @Nullable List<String> queries,
      @Nullable String cadence,
      @Nullable String zone,
      @Nullable String sendAt,
      @Nullable String sendDay) {

    /**
     * The same as a form.
     *
     * @throws HttpStatusException 400 if a list holds null
     */
    PreferencesForm form() {
      return new PreferencesForm(
          texts("topics", topics),
          texts("phrases", phrases),
          texts("authors", authors),
          texts("queries", queries),
          Optional.ofNullable(cadence).orElse("daily"),
          Optional.ofNullable(zone).orElse("UTC"),
          Optional.ofNullable(sendAt).orElse("08:00"),
          Optional.ofNullable(sendDay).orElse("1"));
    }

    static PreferencesBody of(PreferencesForm form) {
      return new PreferencesBody(
          form.topics(),
          form.phrases(),
          form.authors(),
          form.queries(),
          form.cadence(),
          form.zone(),
          form.sendAt(),
          form.sendDay());
    }
  }

  /** A token of a mailed link. */
  @Serdeable
  record TokenBody(@Nullable String token) {

    /** The token; where none is given, one that leads nowhere. */
    String given() {
      return Optional.ofNullable(token).orElse("");
    }
  }

  /** What became of a request. */
  @Serdeable
  record Status(String status) {}

  /** A confirmation, with what manages the subscription from here. */
  @Serdeable
  record Confirmed(String status, String manageToken) {}

  /** A subscription. */
  @Serdeable
  record Subscription(boolean confirmed, PreferencesBody preferences) {}

  @Post
  HttpResponse<?> signUp(HttpRequest<?> request, @Body SignUpRequest body) {
    String address = Optional.ofNullable(body.address()).orElse("");
    return switch (subscriptions.signUp(address, body.form(), clients.of(request))) {
      case SignUp.MailSent() -> HttpResponse.accepted().body(new Status("confirmation-sent"));
      case SignUp.Rejected(var errors) -> Problem.wrongFields(errors.byField());
      case SignUp.TooSoon(var retryAfter) ->
          tooMany("A mail was sent to this address a moment ago.", retryAfter);
      case SignUp.TooMany(var retryAfter) -> tooManyMails(retryAfter);
      case SignUp.NotSent(var retryAfter) ->
          Problem.response(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "No mail can be sent at the moment. Try again in some minutes.")
              .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
    };
  }

  private static HttpResponse<?> tooManyMails(Duration time) {
    return tooMany("No mail was sent: too many were asked for.", time);
  }

  private static HttpResponse<?> tooMany(String why, Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return Problem.response(HttpStatus.TOO_MANY_REQUESTS, why + " Try again in " + seconds + " s.")
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  @Post("/confirm")
  HttpResponse<?> confirm(@Body TokenBody body) {
    return switch (subscriptions.confirm(body.given())) {
      case Confirmation.Confirmed(String manageToken) ->
          HttpResponse.ok(new Confirmed("confirmed", manageToken));
      case Confirmation.AlreadyConfirmed(String manageToken) ->
          HttpResponse.ok(new Confirmed("already-confirmed", manageToken));
      case Confirmation.DeadLink(String why) -> Problem.response(HttpStatus.GONE, why);
    };
  }

  @Get
  HttpResponse<?> preferences(@Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    Optional<String> token = token(authorization);
    if (token.isEmpty()) {
      return unauthorized();
    }
    Optional<Account> account = subscriptions.account(token.get());
    return account.isPresent()
        ? HttpResponse.ok(
            new Subscription(
                account.get().confirmed(), PreferencesBody.of(account.get().preferences().form())))
        : deadToken();
  }

  @Put
  HttpResponse<?> change(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
      @Body PreferencesBody body) {
    Optional<String> token = token(authorization);
    if (token.isEmpty()) {
      return unauthorized();
    }
    return switch (subscriptions.change(token.get(), body.form())) {
      case Change.Saved() -> HttpResponse.ok(new Status("saved"));
      case Change.Refused(var errors) -> Problem.wrongFields(errors.byField());
      case Change.NoAccount(String why) -> Problem.response(HttpStatus.GONE, why);
    };
  }

  @Post("/unsubscribe")
  HttpResponse<?> unsubscribe(@Body TokenBody body) {
    return ended(subscriptions.unsubscribe(body.given()), "unsubscribed");
  }

  /** Has the link mailed whose token {@code DELETE} asks for; takes that of the management link. */
  @Post("/erasure")
  HttpResponse<?> sendErasure(
      HttpRequest<?> request, @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    Optional<String> token = token(authorization);
    if (token.isEmpty()) {
      return unauthorized();
    }
    return switch (subscriptions.sendErasure(token.get(), clients.of(request))) {
      case ErasureMail.Taken() -> HttpResponse.accepted().body(new Status("erasure-link-sent"));
      case ErasureMail.TooMany(var retryAfter) -> tooManyMails(retryAfter);
      case ErasureMail.DeadLink() -> deadToken();
    };
  }

  @Delete
  HttpResponse<?> erase(@Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    Optional<String> token = token(authorization);
    return token.isPresent()
        ? ended(subscriptions.erase(token.get()), "erased")
        : unauthorized("link that POST /api/subscriptions/erasure has mailed");
  }

  private static HttpResponse<?> ended(Ended ended, String done) {
    return switch (ended) {
      case DONE -> HttpResponse.ok(new Status(done));
      case ALREADY, GONE -> HttpResponse.ok(new Status("already-" + done));
      case DEAD_LINK -> deadToken();
    };
  }

  static HttpResponse<?> deadToken() {
    return Problem.response(
        HttpStatus.GONE,
        "This token is incomplete, too old, made up, or of a link that does something else.");
  }

  /**
   * The texts of a field; none if it is absent.
   *
   * @throws HttpStatusException 400 if they hold null
   */
  static List<String> texts(String field, @Nullable List<String> values) {
    List<String> texts = Optional.ofNullable(values).orElse(List.of());
    if (texts.stream().anyMatch(Objects::isNull)) {
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST, "'" + field + "' holds null where a text is expected.");
    }
    return texts;
  }

  /** The answer to whoever gives a token; an error if they give none. */
  static HttpResponse<?> withToken(
      Optional<String> authorization, Function<String, HttpResponse<?>> answer) {
    return token(authorization)
        .<HttpResponse<?>>map(answer)
        .orElseGet(SubscriptionsApi::unauthorized);
  }

  static Optional<String> token(Optional<String> authorization) {
    return authorization
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  static HttpResponse<?> unauthorized() {
    return unauthorized("management link");
  }

  private static HttpResponse<?> unauthorized(String link) {
    return Problem.response(
            HttpStatus.UNAUTHORIZED,
            "Send the token of the " + link + " as 'Authorization: Bearer <token>'.")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
