package io.paperwire.notify.web.likes;

import io.paperwire.notify.matching.LikeThese;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How near to an example a paper has to be. */
public enum Closeness {
  /** Only what is about very much the same. */
  CLOSE(0.7, "Close: only much the same"),
  /** What most want. */
  USUAL(0, "Usual: the same subject"),
  /** What has something to do with it. */
  WIDE(0.5, "Wide: whatever is related");

  private final double leastCosine;
  private final String label;

  Closeness(double leastCosine, String label) {
    this.leastCosine = leastCosine;
    this.label = label;
  }

  /** The least cosine; 0 for {@link LikeThese#USUAL_COSINE}. */
  double leastCosine() {
    return leastCosine;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** The name in forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a name in forms. */
  public static Optional<Closeness> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }

  /** The one that is stored. */
  public static Closeness of(double leastCosine) {
    return Arrays.stream(values())
        .filter(it -> it.leastCosine == leastCosine)
        .findFirst()
        .orElse(USUAL);
  }
}
