package io.paperwire.notify.web.page;

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
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.likes.Closeness;
import io.paperwire.notify.web.likes.LearntWords;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.notify.web.likes.Report;
import io.paperwire.notify.web.preview.Preview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page on which the holder of a link sees and changes what they hold up as examples. */
@Controller("/preferences/{token}/likes")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class LikesController {

  private static final int LARGEST_FILE = 2_000_000;
  private static final Report NOTHING = new Report(List.of(), 0, List.of(), List.of());

  private final Likes likes;
  private final LearntWords words;
  private final Preview preview;
  private final PageRenderer renderer;

  LikesController(Likes likes, LearntWords words, Preview preview, PageRenderer renderer) {
    this.likes = likes;
    this.words = words;
    this.preview = preview;
    this.renderer = renderer;
  }

  /** The page; {@code paper} fills in the form. */
  @Get
  MutableHttpResponse<String> show(String token, @QueryValue Optional<String> paper) {
    return page(token, NOTHING, paper.orElse(""));
  }

  @Post("/describe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> describe(String token, @Body String body) {
    return page(token, likes.describe(token, FormFields.parse(body).text("description")));
  }

  @Post("/papers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> papers(String token, @Body String body) {
    return page(token, likes.choose(token, FormFields.parse(body).list("papers")));
  }

  @Post("/author")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> author(String token, @Body String body) {
    return page(token, likes.author(token, FormFields.parse(body).text("orcid")));
  }

  @Post("/library")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  MutableHttpResponse<String> library(String token, @Part("file") CompletedFileUpload file) {
    return page(token, likes.library(token, file.getFilename(), text(file)));
  }

  private static String text(CompletedFileUpload file) {
    try {
      byte[] bytes = file.getBytes();
      if (bytes.length > LARGEST_FILE) {
        throw new HttpStatusException(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE, "a library has at most 2 MB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "the file did not arrive whole");
    }
  }

  /** A button beside an example, or one for all of them. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<String> change(String token, @Body String body) {
    FormFields fields = FormFields.parse(body);
    long example = number(fields.text("example"));
    boolean done =
        switch (fields.text("do")) {
          case "like" -> likes.setLiked(token, example, true);
          case "dislike" -> likes.setLiked(token, example, false);
          case "remove" -> likes.remove(token, example);
          case "erase" -> likes.erase(token);
          case "closeness" -> likes.setCloseness(token, closeness(fields.text("closeness")));
          case "order" -> likes.setOrder(token, OrderForm.order(fields));
          case String other ->
              throw new HttpStatusException(
                  HttpStatus.BAD_REQUEST, "the form asks for '" + other + "'");
        };
    return done ? page(token, NOTHING, "") : deadLink();
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

  private MutableHttpResponse<String> page(String token, Optional<Report> report) {
    return report.map(it -> page(token, it, "")).orElseGet(this::deadLink);
  }

  private MutableHttpResponse<String> page(String token, Report report, String paper) {
    Optional<Likes.Held> held = likes.held(token);
    if (held.isEmpty()) {
      return deadLink();
    }
    List<PreviewLine> caught =
        preview.of(held.get().interest().stream().toList()).stream().map(PreviewLine::of).toList();
    return renderer.page(
        "likes",
        Map.of(
            "held",
            held.get(),
            "words",
            words.of(held.get().examples()),
            "report",
            report,
            "preview",
            caught,
            "order",
            OrderForm.parts(held.get().order()),
            "paper",
            paper,
            "action",
            "/preferences/" + token));
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
