package io.paperwire.notify.deliver.sending;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The refusals since the mail server last took a mail. A server that says the same to one
 * subscriber after the other means us, whatever it says. Answers are the same if their codes are
 * (RFC 5321 and RFC 3463); the words often name the mail. Safe for use by many threads.
 */
final class RefusalRun {

  /** Where a refusal stands in the run. */
  enum Place {
    /** It may concern this mail only. */
    FEW,
    /** The subscriber was refused so before, and nobody's mail was taken since. */
    REPEATED,
    /** Many subscribers were refused so, and nobody's mail was taken since. */
    MANY
  }

  /** So many dead addresses in a row are no accident, even where one in ten is dead. */
  private static final int MANY = 5;

  private static final Pattern CODES =
      Pattern.compile("(\\d{3})(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?");

  private final Map<String, Set<UUID>> refused = new HashMap<>();

  /** Notes that a subscriber's mail was refused. */
  synchronized Place add(UUID subscriberId, String answer) {
    Optional<String> codes = codes(answer);
    if (codes.isEmpty()) {
      // It was not the server who said so.
      return Place.FEW;
    }
    Set<UUID> same = refused.computeIfAbsent(codes.get(), _ -> new HashSet<>());
    boolean known = same.contains(subscriberId);
    if (same.size() < MANY) {
      same.add(subscriberId);
    }
    if (same.size() >= MANY) {
      return Place.MANY;
    }
    return known ? Place.REPEATED : Place.FEW;
  }

  /** The server took a mail. */
  synchronized void end() {
    refused.clear();
  }

  private static Optional<String> codes(String answer) {
    Matcher codes = CODES.matcher(answer);
    return codes.lookingAt()
        ? Optional.of(codes.group(1) + " " + codes.group(2))
        : Optional.empty();
  }
}
