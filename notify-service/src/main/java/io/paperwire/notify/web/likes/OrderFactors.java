package io.paperwire.notify.web.likes;

import io.paperwire.notify.digest.DigestOrder;
import java.util.List;

/** How much each thing may weigh in the order of digests, as a factor of its usual weight. */
public final class OrderFactors {

  /** From not at all to much more. */
  public static final List<Double> CHOICES = List.of(0.0, 0.5, 1.0, 2.0, DigestOrder.MOST);

  private OrderFactors() {}
}
