package io.paperwire.notify.web.page;

import io.micronaut.http.HttpHeaders;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.account.CheckedForm;
import io.paperwire.notify.web.account.FieldErrors;
import io.paperwire.notify.web.account.Preferences;
import io.paperwire.notify.web.account.PreferencesForm;
import io.paperwire.notify.web.account.SignUp;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.client.ClientAddress;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.preview.Preview;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages that ask for a mail: the form to subscribe, and the one that sends the link again. */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriptionController {

  private static final String CONFIRM =
      "If it is new here, the link in it confirms that papers should come. If it has a subscription"
          + " already, that stays as it is, and the link leads to its preferences, where you can"
          + " add what you have just chosen. If the mail does not arrive within some minutes, look"
          + " into the spam folder.";

  private static final String LINK_SENT =
      "The link in it leads to your preferences. It may take a minute.";

  private final Subscriptions subscriptions;
  private final PageRenderer renderer;
  private final HomePage home;
  private final Preview preview;
  private final ClientAddress clients;
  private final SearchLimit limit;

  SubscriptionController(
      Subscriptions subscriptions,
      PageRenderer renderer,
      HomePage home,
      Preview preview,
      ClientAddress clients,
      SearchLimit limit) {
    this.subscriptions = subscriptions;
    this.renderer = renderer;
    this.home = home;
    this.preview = preview;
    this.clients = clients;
    this.limit = limit;
  }

  /** Leads back to the form whoever asks again for the page that answered it. */
  @Get(uris = {"/subscribe", "/preview"})
  MutableHttpResponse<?> form() {
    return HttpResponse.seeOther(URI.create("/#subscribe"));
  }

  @Post("/subscribe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> subscribe(HttpRequest<?> request, @Body String body) {
    SubscriptionForm form = SubscriptionForm.posted(FormFields.parse(body));
    SignUp outcome = subscriptions.signUp(form.address(), form.preferences(), clients.of(request));
    return answer(
        outcome,
        () -> sent("We have sent a mail to", form.address(), CONFIRM),
        errors ->
            home.page(
                HttpStatus.BAD_REQUEST, form.with(errors), PreviewPart.NONE, Optional.empty()));
  }

  /** Shows what the interests of a form would have caught, and the form as it is. */
  @Post("/preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> preview(HttpRequest<?> request, @Body String body) {
    limit.count(request);
    FormFields fields = FormFields.parse(body);
    SubscriptionForm form = SubscriptionForm.posted(fields);
    PreviewPart asked = PreviewPart.asked(fields);
    return switch (subscriptions.check(form.preferences())) {
      case CheckedForm.Rejected(FieldErrors errors) ->
          home.page(HttpStatus.BAD_REQUEST, form.with(errors), asked, Optional.empty());
      case CheckedForm.Accepted(Preferences preferences) ->
          home.page(
              HttpStatus.OK,
              form,
              asked.with(preview.of(preferences, asked.days())),
              Optional.empty());
    };
  }

  @Get("/link")
  MutableHttpResponse<String> link() {
    return renderer.page("link", Map.of("form", SubscriptionForm.fresh()));
  }

  @Post("/link")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> sendLink(HttpRequest<?> request, @Body String body) {
    String address = FormFields.parse(body).text("address");
    PreferencesForm unused = SubscriptionForm.fresh().preferences();
    return answer(
        subscriptions.sendLink(address, clients.of(request)),
        () -> sent("If it has a subscription, a mail is on its way to", address, LINK_SENT),
        errors ->
            renderer.page(
                HttpStatus.BAD_REQUEST,
                "link",
                Map.of("form", SubscriptionForm.of(address, unused).with(errors))));
  }

  /** Names the address, since nobody else can see a slip in it: it stands in this answer only. */
  private MutableHttpResponse<String> sent(String done, String address, String then) {
    return renderer.page(
        HttpStatus.ACCEPTED, "mailed", Map.of("done", done, "address", address, "then", then));
  }

  private MutableHttpResponse<String> answer(
      SignUp outcome,
      Supplier<MutableHttpResponse<String>> sent,
      Function<FieldErrors, MutableHttpResponse<String>> again) {
    return switch (outcome) {
      case SignUp.MailSent() -> sent.get();
      case SignUp.Rejected(FieldErrors errors) -> again.apply(errors);
      case SignUp.TooSoon(Duration retryAfter) ->
          renderer.tooMany(
              retryAfter,
              "A mail was sent a moment ago",
              "Please look into your inbox and the spam folder first. You can ask again in ");
      case SignUp.TooMany(Duration retryAfter) ->
          renderer.tooMany(
              retryAfter,
              "Too many mails were asked for",
              "No mail was sent this time, because many were asked for from where you are. Please"
                  + " go back and try again; what you typed is still there. It works again in ");
      case SignUp.NotSent(Duration retryAfter) ->
          renderer
              .message(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  Message.of(
                      "No mail can be sent at the moment",
                      "Please go back and try again in some minutes. What you typed is still there."))
              .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
    };
  }
}
