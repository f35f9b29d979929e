package io.paperwire.notify.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.deployment.ApiKeys;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.account.DeliveryReports;
import io.paperwire.notify.web.account.ReportOutcome;

/**
 * Takes what comes back of mails, from whoever has a key: an operator's mail server hands in each
 * mail to the address of bounces. What was read is answered with 200, whatever came of it, so that
 * a mail server need not keep it; what has to come again is answered with 503.
 */
@Controller("/api/delivery-reports")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeliveryReportsApi {

  private static final String RAW_MAIL = "message/rfc822";
  private static final int MOST_BYTES = 1024 * 1024;
  private static final String RETRY_SECONDS = "60";

  private final DeliveryReports reports;
  private final ApiKeys keys;

  DeliveryReportsApi(DeliveryReports reports, ReportSettings settings) {
    this.reports = reports;
    this.keys = settings.keys();
  }

  /** What was done. */
  @Serdeable
  record Answer(String outcome, String detail) {}

  @Post(consumes = RAW_MAIL)
  HttpResponse<?> take(HttpRequest<?> request, @Body byte[] mail) {
    if (keys.isEmpty()) {
      return Problem.response(HttpStatus.NOT_FOUND, "Delivery reports are not taken here.");
    }
    if (!keys.letIn(request.getHeaders())) {
      return Problem.response(
              HttpStatus.UNAUTHORIZED,
              "Send a known API key in " + ApiKeys.HEADER + " or as 'Authorization: Bearer <key>'.")
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (mail.length > MOST_BYTES) {
      return Problem.response(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE, "A report has 1 MB at most. It was not read.");
    }
    ReportOutcome outcome = reports.take(mail);
    return switch (outcome) {
      case TOO_EARLY ->
          Problem.response(HttpStatus.SERVICE_UNAVAILABLE, outcome.words())
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      case BOUNCED,
          COMPLAINED,
          ALREADY,
          NO_FAILURE,
          NOT_THE_ADDRESS,
          OTHER_RECIPIENT,
          UNKNOWN_MAIL,
          UNPROVEN,
          NO_REPORT ->
          HttpResponse.ok(new Answer(outcome.code(), outcome.words()));
    };
  }
}
