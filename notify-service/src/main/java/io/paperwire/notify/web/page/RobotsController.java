package io.paperwire.notify.web.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.paperwire.notify.role.WebRole;

/**
 * Tells crawlers what is not for them (RFC 9309): what costs much to answer, and the links of
 * mails, which are one person's, should one ever come to be known.
 */
@Controller("/robots.txt")
@WebRole
final class RobotsController {

  private static final String RULES =
      """
      User-agent: *
      Disallow: /api/
      Disallow: /search
      Disallow: /confirm/
      Disallow: /preferences/
      Disallow: /unsubscribe/
      Disallow: /erase/
      Disallow: /feedback/
      Disallow: /health
      Disallow: /prometheus
      """;

  @Get(produces = MediaType.TEXT_PLAIN)
  String rules() {
    return RULES;
  }
}
