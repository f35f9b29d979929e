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
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.client.SearchLimit;
import io.paperwire.notify.web.likes.Closeness;
import io.paperwire.notify.web.likes.Edited;
import io.paperwire.notify.web.likes.LearntWords;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.notify.web.likes.Report;
import io.paperwire.notify.web.preview.Preview;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The page on which the holder of a link sees and changes what they hold up as examples. */
@Controller("/preferences/{token}/likes")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class LikesController {

  /** What a button has done, in words. */
  private static final Map<String, String> DONE =
      Map.of(
          "like", "Moved to what you like.",
          "dislike", "Moved to what you do not like.",
          "remove", "Taken out.",
          "forget", "It is waited for no longer.",
          "erase", "All examples are forgotten.",
          "closeness", "Saved. It holds for every paper from now on.",
          "order", "Saved. It holds from your next mail on.");

  private final Likes likes;
  private final LearntWords words;
  private final Preview preview;
  private final SearchLimit limit;
  private final PageRenderer renderer;

  LikesController(
      Likes likes, LearntWords words, Preview preview, SearchLimit limit, PageRenderer renderer) {
    this.likes = likes;
    this.words = words;
    this.preview = preview;
    this.limit = limit;
    this.renderer = renderer;
  }

  /** The page; {@code paper} fills in the form, {@code saved} tells what a button has done. */
  @Get
  MutableHttpResponse<String> show(
      HttpRequest<?> request,
      String token,
      @QueryValue Optional<String> paper,
      @QueryValue Optional<String> saved) {
    return page(
        request,
        token,
        Report.NOTHING,
        LikesForm.naming(CleanText.line(paper.orElse(""))),
        saved.flatMap(button -> Optional.ofNullable(DONE.get(button))));
  }

  @Post("/describe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> describe(HttpRequest<?> request, String token, @Body String body) {
    String text = FormFields.parse(body).text("description");
    return page(
        request, token, likes.describe(token, text), report -> LikesForm.describing(text, report));
  }

  @Post("/papers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> papers(HttpRequest<?> request, String token, @Body String body) {
    FormFields fields = FormFields.parse(body);
    return page(
        request,
        token,
        likes.choose(token, fields.papers("papers")),
        report -> LikesForm.naming(fields.text("papers"), report));
  }

  @Post("/author")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> author(HttpRequest<?> request, String token, @Body String body) {
    String orcid = FormFields.parse(body).text("orcid");
    return page(request, token, likes.author(token, orcid), report -> LikesForm.by(orcid, report));
  }

  @Post("/library")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  MutableHttpResponse<String> library(
      HttpRequest<?> request, String token, @Part("file") CompletedFileUpload file) {
    return page(
        request, token, likes.library(token, file.getFilename(), text(file)), _ -> LikesForm.EMPTY);
  }

  private static String text(CompletedFileUpload file) {
    try {
      return UploadedText.of(file.getBytes());
    } catch (IOException cutOff) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "the file did not arrive whole");
    }
  }

  /** A button beside an example, or one for all of them. Reloading the answer changes nothing. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> change(String token, @Body String body) {
    FormFields fields = FormFields.parse(body);
    long example = number(fields.text("example"));
    String button = fields.text("do");
    Edited edited =
        switch (button) {
          case "like" -> likes.setLiked(token, example, true);
          case "dislike" -> likes.setLiked(token, example, false);
          case "remove" -> likes.remove(token, example);
          case "forget" -> likes.removeAwaited(token, number(fields.text("awaited")));
          case "erase" -> likes.erase(token);
          case "closeness" -> likes.setCloseness(token, closeness(fields.text("closeness")));
          case "order" -> likes.setOrder(token, OrderForm.order(fields));
          case String other ->
              throw new HttpStatusException(
                  HttpStatus.BAD_REQUEST, "the form asks for '" + other + "'");
        };
    return switch (edited) {
      // Somebody has pressed the button twice, or on two pages: it is as they want it.
      case DONE, NOTHING_SUCH ->
          HttpResponse.seeOther(URI.create("/preferences/" + token + "/likes?saved=" + button));
      case DEAD_LINK -> deadLink();
    };
  }

  private static Closeness closeness(String text) {
    return Closeness.of(text)
        .orElseThrow(
            () ->
                new HttpStatusException(
                    HttpStatus.BAD_REQUEST, "'" + text + "' does not say how near"));
  }

  private static long number(String text) {
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "'" + text + "' is no example");
    }
  }

  private MutableHttpResponse<String> page(
      HttpRequest<?> request,
      String token,
      Optional<Report> report,
      Function<Report, LikesForm> form) {
    return report
        .map(it -> page(request, token, it, form.apply(it), Optional.empty()))
        .orElseGet(this::deadLink);
  }

  private MutableHttpResponse<String> page(
      HttpRequest<?> request, String token, Report report, LikesForm form, Optional<String> done) {
    Optional<Likes.Held> held = likes.held(token);
    if (held.isEmpty()) {
      return deadLink();
    }
    return renderer.page(
        report.isFruitless() && report.isIncomplete() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
        "likes",
        Map.of(
            "held",
            held.get(),
            "words",
            words.of(held.get().examples()),
            "report",
            report,
            "preview",
            caught(request, held.get()),
            "order",
            OrderForm.parts(held.get().order()),
            "form",
            form,
            "done",
            done,
            "action",
            "/preferences/" + token));
  }

  /** A preview, if there is time for one: what the page is for is saved already. */
  private PreviewPart caught(HttpRequest<?> request, Likes.Held held) {
    List<LikeThese> interest = held.interest().stream().toList();
    return interest.isEmpty() || limit.isOneTooMany(request)
        ? PreviewPart.NONE
        : PreviewPart.NONE.with(preview.atLeisure(interest));
  }

  private MutableHttpResponse<String> deadLink() {
    return renderer.message(
        HttpStatus.GONE,
        Message.of(
            "This link does not work",
            "This link is too old or incomplete.",
            "Get a new link",
            "/link"));
  }
}
