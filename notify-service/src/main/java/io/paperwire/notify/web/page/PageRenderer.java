package io.paperwire.notify.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Renders templates of {@code src/main/jte/web} to answers. */
@Singleton
@WebRole
class PageRenderer {

  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PageRenderer.class.getClassLoader(),
          "io.paperwire.notify.templates");

  /** A page. */
  MutableHttpResponse<String> page(String template, Map<String, Object> parameters) {
    return page(HttpStatus.OK, template, parameters);
  }

  /** A page with a status of its own. */
  MutableHttpResponse<String> page(
      HttpStatus status, String template, Map<String, Object> parameters) {
    StringOutput html = new StringOutput();
    engine.render("web/" + template + ".jte", parameters, html);
    return HttpResponse.status(status).body(html.toString()).contentType(HTML);
  }

  /** A page that says one thing. */
  MutableHttpResponse<String> message(HttpStatus status, Message message) {
    return page(status, "message", Map.of("message", message));
  }

  /** A page that says that a link leads nowhere, and where to get another one. */
  MutableHttpResponse<String> deadLink(HttpStatus status, String why) {
    return message(status, Message.of("This link does not work", why, "Get a new link", "/link"));
  }

  /**
   * A page that says that too much was asked for.
   *
   * @param text ends before the time after which it may be asked for again
   */
  MutableHttpResponse<String> tooMany(Duration time, String title, String text) {
    long seconds = Math.max(1, time.toSeconds());
    long minutes = (seconds + 59) / 60;
    return message(
            HttpStatus.TOO_MANY_REQUESTS,
            Message.of(title, text + (minutes == 1 ? "a minute." : minutes + " minutes.")))
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
