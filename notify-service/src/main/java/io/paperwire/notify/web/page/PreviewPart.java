package io.paperwire.notify.web.page;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.paperwire.notify.web.preview.Forecast;
import io.paperwire.notify.web.preview.Preview;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a page that tells what interests would have caught. Read by its template.
 *
 * @param days how many days are looked at
 * @param lines one an interest
 * @param left what was left out, in sentences
 */
public record PreviewPart(int days, List<PreviewLine> lines, List<String> left) {

  /** Nothing was asked. */
  static final PreviewPart NONE = new PreviewPart(Preview.USUAL_DAYS, List.of(), List.of());

  public PreviewPart {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
  }

  /**
   * A part without an answer.
   *
   * @throws HttpStatusException 400 if the form asks for a number of days that nobody may choose
   */
  static PreviewPart asked(FormFields fields) {
    String text = fields.text("days");
    return text.isEmpty()
        ? NONE
        : Preview.days(text)
            .map(days -> new PreviewPart(days, List.of(), List.of()))
            .orElseThrow(
                () ->
                    new HttpStatusException(
                        HttpStatus.BAD_REQUEST, "no preview of '" + text + "' days"));
  }

  /** The same part with an answer. */
  PreviewPart with(Forecast forecast) {
    return new PreviewPart(
        days,
        forecast.lines().stream().map(PreviewLine::of).toList(),
        Arrays.stream(Forecast.Why.values()).flatMap(why -> left(forecast, why)).toList());
  }

  private static Stream<String> left(Forecast forecast, Forecast.Why why) {
    long count = forecast.left().stream().filter(left -> left.why() == why).count();
    return count == 0
        ? Stream.of()
        : Stream.of(
            "%d more %s not counted: %s."
                .formatted(count, count == 1 ? "interest was" : "interests were", why.words()));
  }

  /** Whether there is an answer. */
  public boolean isAnswer() {
    return !lines.isEmpty() || !left.isEmpty();
  }

  /** The numbers of days that may be chosen. */
  public List<Integer> choices() {
    return Preview.DAYS;
  }
}
