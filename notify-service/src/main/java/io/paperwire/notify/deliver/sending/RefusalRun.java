package io.paperwire.notify.deliver.sending;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The refusals since the mail server last took a mail. A server that says the same to one
 * subscriber after the other means us, whatever it says. Answers are the same if their codes are
 * (RFC 5321 and RFC 3463); the words often name the mail.
 *
 * <p>Whoever was refused while another's mail was taken was refused alone. Should they be all that
 * is left to be sent, the same answer to them says nothing about us: they do not count until the
 * server takes a mail of theirs. Safe for use by many threads.
 */
final class RefusalRun {

  /** Where a refusal stands in the run. */
  enum Place {
    /** It may concern this mail only. */
    FEW,
    /** The subscriber was refused so before, and nobody's mail was taken since. */
    AGAIN,
    /** The same, and another subscriber was refused so as well. */
    SEVERAL_AGAIN,
    /** Many subscribers were refused so, and nobody's mail was taken since. */
    MANY
  }

  private static final int SEVERAL = 2;

  /** So many dead addresses in a row are no accident, even where one in ten is dead. */
  private static final int MANY = 5;

  private static final int MOST_ALONE = 10_000;

  private static final Pattern CODES =
      Pattern.compile("(\\d{3})(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?");

  private final Map<String, Set<UUID>> refused = new HashMap<>();
  private final Map<UUID, Set<String>> alone = new LinkedHashMap<>();

  /** Notes that a subscriber's mail was refused. */
  synchronized Place add(UUID subscriberId, String answer) {
    return codes(answer)
        .map(codes -> place(subscriberId, codes))
        // It was not the server who said so.
        .orElse(Place.FEW);
  }

  private Place place(UUID subscriberId, String codes) {
    Set<UUID> same = refused.computeIfAbsent(codes, _ -> new HashSet<>());
    boolean counts = !isAlone(subscriberId, codes);
    boolean again = same.contains(subscriberId);
    long before = same.stream().filter(id -> !isAlone(id, codes)).count();
    if (before < MANY || !counts) {
      same.add(subscriberId);
    }
    long all = counts && !again ? before + 1 : before;
    if (all >= MANY) {
      return Place.MANY;
    }
    if (!again) {
      return Place.FEW;
    }
    return counts && all >= SEVERAL ? Place.SEVERAL_AGAIN : Place.AGAIN;
  }

  private boolean isAlone(UUID subscriberId, String codes) {
    return alone.getOrDefault(subscriberId, Set.of()).contains(codes);
  }

  /** The server took a mail of a subscriber. */
  synchronized void end(UUID subscriberId) {
    refused.forEach(
        (codes, ids) ->
            ids.forEach(id -> alone.computeIfAbsent(id, _ -> new HashSet<>()).add(codes)));
    refused.clear();
    alone.remove(subscriberId);
    while (alone.size() > MOST_ALONE) {
      alone.remove(alone.keySet().iterator().next());
    }
  }

  private static Optional<String> codes(String answer) {
    Matcher codes = CODES.matcher(answer);
    return codes.lookingAt()
        ? Optional.of(codes.group(1) + " " + codes.group(2))
        : Optional.empty();
  }
}
