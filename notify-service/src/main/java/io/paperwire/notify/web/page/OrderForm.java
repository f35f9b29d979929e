package io.paperwire.notify.web.page;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.paperwire.notify.digest.DigestOrder;
import java.util.List;
import java.util.Map;

/** The form with which a subscriber tilts the order of digests. Read by its template. */
public final class OrderForm {

  private static final Map<String, String> LABELS =
      Map.of("0", "not at all", "0.5", "less", "1", "as usual", "2", "more", "4", "much more");
  private static final List<String> FACTORS = List.of("0", "0.5", "1", "2", "4");

  private OrderForm() {}

  /**
   * One thing that is weighed.
   *
   * @param name of the field
   * @param label in words
   * @param share how much it weighs as usual, in words
   * @param choices from the least to the most
   */
  public record Part(String name, String label, String share, List<Choice> choices) {
    public Part {
      choices = List.copyOf(choices);
    }
  }

  /**
   * How much it may weigh.
   *
   * @param factor of the usual weight
   * @param label in words
   * @param chosen whether it is so now
   */
  public record Choice(String factor, String label, boolean chosen) {}

  static List<Part> parts(DigestOrder order) {
    return List.of(
        part(
            "match",
            "How well it matches your interests",
            "usually a half, or seven tenths of a paper that cannot be compared with your examples",
            order.match()),
        part("taste", "How near it is to what you like", "usually two tenths", order.taste()),
        part("attention", "The attention it gets now", "usually two tenths", order.attention()),
        part("newness", "How new it is", "usually one tenth", order.newness()),
        part(
            "variety",
            "That it says something else",
            "usually up to three tenths off for what repeats a paper above it",
            order.variety()));
  }

  private static Part part(String name, String label, String share, double factor) {
    return new Part(
        name,
        label,
        share,
        FACTORS.stream()
            .map(
                choice ->
                    new Choice(
                        choice,
                        LABELS.getOrDefault(choice, choice),
                        Double.parseDouble(choice) == factor))
            .toList());
  }

  static DigestOrder order(FormFields fields) {
    return new DigestOrder(
        factor(fields, "match"),
        factor(fields, "attention"),
        factor(fields, "newness"),
        factor(fields, "variety"),
        factor(fields, "taste"));
  }

  private static double factor(FormFields fields, String name) {
    String text = fields.text(name);
    if (!FACTORS.contains(text)) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, name + " cannot weigh '" + text + "'");
    }
    return Double.parseDouble(text);
  }
}
