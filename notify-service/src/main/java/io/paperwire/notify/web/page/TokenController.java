package io.paperwire.notify.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.account.Account;
import io.paperwire.notify.web.account.Change;
import io.paperwire.notify.web.account.CheckedForm;
import io.paperwire.notify.web.account.Confirmation;
import io.paperwire.notify.web.account.Ended;
import io.paperwire.notify.web.account.FieldErrors;
import io.paperwire.notify.web.account.LinkState;
import io.paperwire.notify.web.account.Preferences;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.preview.Preview;
import io.paperwire.notify.web.why.WhyAnswers;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pages that mails link to. Their address holds a token, which is all that they ask for. A GET
 * only looks; the page's button posts to the same address.
 */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {

  private final Subscriptions subscriptions;
  private final PageRenderer renderer;
  private final TopicGroups topics;
  private final Preview preview;
  private final WhyAnswers answers;
  private final SearchLimit limit;
  private final InstantSource clock;

  TokenController(
      Subscriptions subscriptions,
      PageRenderer renderer,
      TopicGroups topics,
      Preview preview,
      WhyAnswers answers,
      SearchLimit limit,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.renderer = renderer;
    this.topics = topics;
    this.preview = preview;
    this.answers = answers;
    this.limit = limit;
    this.clock = clock;
  }

  @Get("/confirm/{token}")
  MutableHttpResponse<String> askToConfirm(String token) {
    return ask(
        subscriptions.confirmation(token),
        "Confirm your subscription",
        "One click, and new papers come to your inbox.",
        "/confirm/" + token,
        "Confirm",
        () ->
            renderer.message(
                HttpStatus.OK,
                Message.of(
                    "You are subscribed already",
                    "This link has done its work before.",
                    "Get a link to your preferences",
                    "/link")),
        () ->
            renderer.message(
                HttpStatus.GONE,
                Message.of(
                    "This subscription has ended",
                    "You can sign up again at any time.",
                    "Sign up again",
                    "/#subscribe")));
  }

  @Post("/confirm/{token}")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> confirm(String token) {
    return switch (subscriptions.confirm(token)) {
      case Confirmation.Confirmed(String manageToken) ->
          renderer.message(
              HttpStatus.OK,
              Message.of(
                  "You are subscribed",
                  "From now on the papers that fit come to your inbox.",
                  "See your preferences",
                  "/preferences/" + manageToken));
      case Confirmation.AlreadyConfirmed(String manageToken) ->
          renderer.message(
              HttpStatus.OK,
              Message.of(
                  "You are subscribed already",
                  "This link has done its work before. Nothing has changed.",
                  "See your preferences",
                  "/preferences/" + manageToken));
      case Confirmation.DeadLink(String why) -> renderer.deadLink(HttpStatus.GONE, why);
    };
  }

  @Get("/preferences/{token}")
  MutableHttpResponse<String> preferences(String token, @QueryValue Optional<String> saved) {
    Optional<Account> found = subscriptions.account(token);
    if (found.isEmpty()) {
      return renderer.deadLink(HttpStatus.GONE, "This link is too old or incomplete.");
    }
    Account account = found.get();
    return account.confirmed()
        ? preferences(
            HttpStatus.OK,
            token,
            SubscriptionForm.of(account.address(), account.preferences().form()),
            PreviewPart.NONE,
            saved.isPresent())
        : ended(
            "No mails are sent to you",
            "This subscription has ended or was not confirmed yet. You can sign up again.",
            subscriptions.keptUntil(token, TokenScope.MANAGE),
            "/preferences/" + token);
  }

  @Post("/preferences/{token}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<?> change(String token, @Body String body) {
    SubscriptionForm posted = SubscriptionForm.posted(FormFields.parse(body));
    return switch (subscriptions.change(token, posted.preferences())) {
      case Change.Saved() ->
          HttpResponse.seeOther(URI.create("/preferences/" + token + "?saved=yes"));
      case Change.Refused(var errors) ->
          preferences(
              HttpStatus.BAD_REQUEST,
              token,
              SubscriptionForm.of(
                      subscriptions.account(token).map(Account::address).orElse(""),
                      posted.preferences())
                  .with(errors),
              PreviewPart.NONE,
              false);
      case Change.NoAccount(String why) -> renderer.deadLink(HttpStatus.GONE, why);
    };
  }

  /** Shows what the interests of a form would have caught, and saves nothing. */
  @Post("/preferences/{token}/preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> preview(HttpRequest<?> request, String token, @Body String body) {
    limit.count(request);
    Optional<Account> account = subscriptions.account(token).filter(Account::confirmed);
    if (account.isEmpty()) {
      return renderer.deadLink(HttpStatus.GONE, "This link is too old or incomplete.");
    }
    FormFields fields = FormFields.parse(body);
    PreviewPart asked = PreviewPart.asked(fields);
    SubscriptionForm form =
        SubscriptionForm.of(account.get().address(), SubscriptionForm.posted(fields).preferences());
    return switch (subscriptions.check(form.preferences())) {
      case CheckedForm.Rejected(FieldErrors errors) ->
          preferences(HttpStatus.BAD_REQUEST, token, form.with(errors), asked, false);
      case CheckedForm.Accepted(Preferences wanted) ->
          preferences(
              HttpStatus.OK, token, form, asked.with(preview.of(wanted, asked.days())), false);
    };
  }

  /** Answers why a paper did not come. */
  @Get("/preferences/{token}/why")
  MutableHttpResponse<?> why(String token, @QueryValue Optional<String> paper) {
    String preferences = "/preferences/" + token;
    Optional<WhyAnswers.Why> why = answers.why(token, paper.orElse(""));
    if (why.isPresent()) {
      return renderer.page(
          "why", Map.of("why", why.get(), "typed", paper.orElse(""), "action", preferences));
    }
    // Of a subscription that has ended there is a page that says so.
    return subscriptions.account(token).isPresent()
        ? HttpResponse.seeOther(URI.create(preferences))
        : renderer.deadLink(HttpStatus.GONE, "This link is too old or incomplete.");
  }

  @Post("/preferences/{token}/unsubscribe")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> unsubscribeManaged(String token) {
    return unsubscribed(
        subscriptions.unsubscribeManaged(token),
        () ->
            unsubscribed(
                subscriptions.keptUntil(token, TokenScope.MANAGE), "/preferences/" + token));
  }

  @Get("/unsubscribe/{token}")
  MutableHttpResponse<String> askToUnsubscribe(String token) {
    return ask(
        subscriptions.unsubscription(token),
        "Unsubscribe",
        "No more papers will be mailed to you. You can sign up again at any time.",
        "/unsubscribe/" + token,
        "Unsubscribe",
        () -> unsubscribedByLink(token),
        this::unsubscribedLongAgo);
  }

  /**
   * Ends a subscription: for the page's button, and for mail clients, which post {@code
   * List-Unsubscribe=One-Click} without cookies or any other context (RFC 8058).
   */
  @Post("/unsubscribe/{token}")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> unsubscribe(String token) {
    return unsubscribed(subscriptions.unsubscribe(token), () -> unsubscribedByLink(token));
  }

  private MutableHttpResponse<String> unsubscribed(
      Ended ended, Supplier<MutableHttpResponse<String>> page) {
    return switch (ended) {
      case DONE, ALREADY -> page.get();
      case GONE -> unsubscribedLongAgo();
      case DEAD_LINK -> renderer.deadLink(HttpStatus.GONE, "This link is incomplete.");
    };
  }

  private MutableHttpResponse<String> unsubscribedLongAgo() {
    return renderer.message(
        HttpStatus.OK,
        Message.of(
            "You are unsubscribed",
            "Your address is deleted already, and no papers are mailed to you."));
  }

  private MutableHttpResponse<String> unsubscribedByLink(String token) {
    return unsubscribed(
        subscriptions.keptUntil(token, TokenScope.UNSUBSCRIBE), "/unsubscribe/" + token);
  }

  private MutableHttpResponse<String> unsubscribed(Optional<Instant> keptUntil, String address) {
    return ended("You are unsubscribed", "No more papers are mailed to you.", keptUntil, address);
  }

  /** A page that says that no mails are sent, and offers to mail the link that erases the rest. */
  private MutableHttpResponse<String> ended(
      String title, String text, Optional<Instant> keptUntil, String address) {
    String kept =
        keptUntil
            .filter(clock.instant()::isBefore)
            .map(end -> "on " + ReadableDay.fully(LocalDate.ofInstant(end, ZoneOffset.UTC)))
            .orElse("soon");
    return renderer.page(
        "ended", Map.of("title", title, "text", text, "kept", kept, "action", address));
  }

  private MutableHttpResponse<String> ask(
      LinkState state,
      String title,
      String text,
      String action,
      String button,
      Supplier<MutableHttpResponse<String>> used,
      Supplier<MutableHttpResponse<String>> gone) {
    return switch (state) {
      case GOOD ->
          renderer.page(
              "ask", Map.of("title", title, "text", text, "action", action, "button", button));
      case USED -> used.get();
      case EXPIRED -> renderer.deadLink(HttpStatus.GONE, "This link is too old.");
      case BROKEN ->
          renderer.deadLink(HttpStatus.NOT_FOUND, "This link is incomplete. Copy all of it.");
      case GONE -> gone.get();
    };
  }

  private MutableHttpResponse<String> preferences(
      HttpStatus status, String token, SubscriptionForm form, PreviewPart preview, boolean saved) {
    return renderer.page(
        status,
        "preferences",
        Map.of(
            "form",
            form,
            "preview",
            preview,
            "topics",
            topics,
            "action",
            "/preferences/" + token,
            "saved",
            saved));
  }
}
