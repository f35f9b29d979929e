package io.paperwire.notify.web.page;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.account.LinkState;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.likes.Likes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages behind "more like this" and "less like this" in mails. A GET shows a button; its POST
 * is what counts.
 */
@Controller("/feedback/{token}")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedbackController {

  private final SubscriptionLinks links;
  private final Likes likes;
  private final PageRenderer renderer;

  FeedbackController(SubscriptionLinks links, Likes likes, PageRenderer renderer) {
    this.links = links;
    this.likes = likes;
    this.renderer = renderer;
  }

  @Get
  MutableHttpResponse<String> askEither(String token, @QueryValue String paper) {
    return about(
        token,
        paper,
        held ->
            renderer.page(
                "opinion",
                Map.of(
                    "title",
                    CleanText.line(held.title()),
                    "more",
                    address(token, "more", paper),
                    "less",
                    address(token, "less", paper))));
  }

  @Get("/more")
  MutableHttpResponse<String> askMore(String token, @QueryValue String paper) {
    return ask(
        token,
        paper,
        "More like this",
        "New papers that mean much the same as “%s” will come to you.",
        "more");
  }

  @Post("/more")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> more(String token, @QueryValue String paper) {
    return done(token, likes.feedback(token, paper, true), "You will get more papers like “%s”.");
  }

  @Get("/less")
  MutableHttpResponse<String> askLess(String token, @QueryValue String paper) {
    return ask(
        token,
        paper,
        "Less like this",
        "Papers that mean much the same as “%s” will stand further down, and will not come for"
            + " their likeness alone.",
        "less");
  }

  @Post("/less")
  @Consumes(MediaType.ALL)
  MutableHttpResponse<String> less(String token, @QueryValue String paper) {
    return done(
        token, likes.feedback(token, paper, false), "Papers like “%s” will stand further down.");
  }

  private MutableHttpResponse<String> ask(
      String token, String paperId, String title, String text, String way) {
    return about(
        token,
        paperId,
        held ->
            renderer.page(
                "ask",
                Map.of(
                    "title",
                    title,
                    "text",
                    text.formatted(CleanText.line(held.title())),
                    "action",
                    address(token, way, paperId),
                    "button",
                    title)));
  }

  private static String address(String token, String way, String paperId) {
    return "/feedback/%s/%s?paper=%s"
        .formatted(token, way, URLEncoder.encode(paperId, StandardCharsets.UTF_8));
  }

  /** A page about a paper, for whoever holds a good link. */
  private MutableHttpResponse<String> about(
      String token, String paperId, Function<HeldPaper, MutableHttpResponse<String>> page) {
    return links.look(token, TokenScope.FEEDBACK) == LinkState.GOOD
        ? likes.paper(paperId).map(page).orElseGet(this::noPaper)
        : deadLink();
  }

  private MutableHttpResponse<String> noPaper() {
    return renderer.message(
        HttpStatus.NOT_FOUND,
        Message.of(
            "No such paper",
            "Paperwire does not have this paper any more, or the link is incomplete."));
  }

  private MutableHttpResponse<String> done(String token, Optional<String> title, String text) {
    if (title.isEmpty() && links.look(token, TokenScope.FEEDBACK) == LinkState.GOOD) {
      return noPaper();
    }
    return title
        .map(
            it ->
                renderer.message(
                    HttpStatus.OK,
                    Message.of(
                        "Thank you",
                        text.formatted(CleanText.line(it))
                            + " In your preferences, under “Papers like these”, you see all that"
                            + " has been learnt of you, and can correct and erase it.",
                        "Mail me the link to my preferences",
                        "/link")))
        .orElseGet(this::deadLink);
  }

  private MutableHttpResponse<String> deadLink() {
    return renderer.message(
        HttpStatus.GONE,
        Message.of(
            "This link does not work",
            "This link is too old or incomplete, or the subscription has ended.",
            "Get a new link",
            "/link"));
  }
}
