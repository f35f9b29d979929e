package io.paperwire.notify.web.preview;

import java.util.List;

/**
 * What interests would have caught.
 *
 * @param lines one an interest, in their order
 * @param left the interests whose papers were not counted, in their order
 */
public record Forecast(List<Preview.Line> lines, List<Left> left) {

  /** Nothing was counted. */
  public static final Forecast NONE = new Forecast(List.of(), List.of());

  /** Why an interest was left out. */
  public enum Why {
    /** There are more interests than are looked at. */
    TOO_MANY("too many at once, %d are the most".formatted(Preview.MOST_INTERESTS)),
    /** Those before it took all the time there is. */
    TOO_LONG("it took too long");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** The reason in words. */
    public String words() {
      return words;
    }
  }

  /**
   * An interest that was left out.
   *
   * @param interest in the subscriber's words
   * @param why it was
   */
  public record Left(String interest, Why why) {}

  public Forecast {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
  }
}
