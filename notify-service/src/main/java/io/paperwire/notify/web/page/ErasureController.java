package io.paperwire.notify.web.page;

import io.micronaut.http.HttpRequest;
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
import io.paperwire.notify.web.account.ErasureMail;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.client.ClientAddress;
import java.time.Duration;
import java.util.Map;

/**
 * The pages on the way to erasing all. The links of digests lead to a button that has a link of its
 * own mailed, and only that one erases: digests are handed on.
 */
@Controller
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class ErasureController {

  private static final Message ERASED =
      Message.of(
          "All is erased",
          "Your address and your interests are deleted, and no more mails are sent.");

  private final Subscriptions subscriptions;
  private final PageRenderer renderer;
  private final ClientAddress clients;

  ErasureController(Subscriptions subscriptions, PageRenderer renderer, ClientAddress clients) {
    this.subscriptions = subscriptions;
    this.renderer = renderer;
    this.clients = clients;
  }

  @Post("/preferences/{token}/link")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> sendLink(HttpRequest<?> request, String token) {
    return answer(subscriptions.sendErasure(token, clients.of(request)));
  }

  @Post("/unsubscribe/{token}/link")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> sendLinkAtTheEnd(HttpRequest<?> request, String token) {
    return answer(subscriptions.sendErasureAtTheEnd(token, clients.of(request)));
  }

  private MutableHttpResponse<String> answer(ErasureMail outcome) {
    return switch (outcome) {
      case ErasureMail.Taken() ->
          renderer.message(
              HttpStatus.ACCEPTED,
              Message.of(
                  "Look into your inbox",
                  "If there is something left to erase, a mail with a link that does it is on its"
                      + " way. It may take a minute. The link holds for 24 hours, and no other one"
                      + " is sent meanwhile."));
      case ErasureMail.TooMany(Duration retryAfter) ->
          renderer.tooMany(
              retryAfter,
              "Too many mails were asked for",
              "No mail was sent this time, because many were asked for from where you are. Please"
                  + " go back and try again. It works again in ");
      case ErasureMail.DeadLink() ->
          renderer.deadLink(HttpStatus.GONE, "This link is too old or incomplete.");
    };
  }

  @Get("/erase/{token}")
  MutableHttpResponse<String> askToErase(String token) {
    return switch (subscriptions.erasure(token)) {
      case GOOD -> renderer.page("erase", Map.of("action", "/erase/" + token));
      case USED, GONE -> renderer.message(HttpStatus.OK, ERASED);
      case EXPIRED ->
          renderer.deadLink(
              HttpStatus.GONE,
              "This link is too old. A new one is mailed to you from your preferences, or from the"
                  + " page that has unsubscribed you.");
      case BROKEN ->
          renderer.deadLink(HttpStatus.NOT_FOUND, "This link is incomplete. Copy all of it.");
    };
  }

  @Post("/erase/{token}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> erase(String token, @Body String body) {
    if (!FormFields.parse(body).text("sure").equals("yes")) {
      return renderer.message(
          HttpStatus.BAD_REQUEST,
          Message.of(
              "Nothing was erased",
              "Please tick the box that says that you are sure.",
              "Back",
              "/erase/" + token));
    }
    return switch (subscriptions.erase(token)) {
      case DONE, ALREADY, GONE -> renderer.message(HttpStatus.OK, ERASED);
      case DEAD_LINK -> renderer.deadLink(HttpStatus.GONE, "This link is too old or incomplete.");
    };
  }
}
