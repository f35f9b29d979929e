package io.paperwire.notify.matching;

import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Matcher;
import io.paperwire.notify.matching.Interest.Asked;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The interests of many subscribers, in memory, asked paper by paper who wants to hear of it.
 * Subscribers have numbers here, not negative and as small as may be; of an interest nothing is
 * kept beside the index but the number of its subscriber.
 *
 * <p>Not safe for use by several threads.
 */
public final class SubscriptionIndex {

  private static final int[] NONE = new int[0];

  private final InterestIndex index = new InterestIndex();
  private final Matcher matcher = index.matcher();
  private final LikenessIndex likeness = new LikenessIndex();

  /** Whose an interest is, by the number that the index gave it. */
  private int[] owners = new int[64];

  /** The interests of a subscriber, by the numbers that the index gave them. */
  private final Map<Integer, int[]> filed = new HashMap<>();

  private int[] found = new int[64];

  /** In which round a subscriber was last found. */
  private int[] rounds = new int[64];

  private int round;

  /**
   * Puts a subscriber's interests in place of those that they had.
   *
   * @param subscriber the subscriber's number
   */
  public void put(int subscriber, List<Interest> interests) {
    remove(subscriber);
    if (subscriber >= rounds.length) {
      rounds = Arrays.copyOf(rounds, Math.max(subscriber + 1, 2 * rounds.length));
    }
    filed.put(
        subscriber,
        interests.stream()
            .filter(Asked.class::isInstance)
            .mapToInt(interest -> file(subscriber, (Asked) interest))
            .toArray());
    likeness.put(
        subscriber,
        interests.stream().filter(LikeThese.class::isInstance).map(LikeThese.class::cast).toList());
  }

  /** Interests are checked when they are made, so each is taken. */
  private int file(int subscriber, Asked interest) {
    return switch (index.add(interest.expression())) {
      case Filing.Filed(int number) -> {
        if (number >= owners.length) {
          owners = Arrays.copyOf(owners, 2 * Math.max(number, owners.length));
        }
        owners[number] = subscriber;
        yield number;
      }
      case Filing.Refused(String reason) ->
          throw new IllegalStateException(interest.id() + ": " + reason);
    };
  }

  /** Removes a subscriber with all interests; does nothing if they are not there. */
  public void remove(int subscriber) {
    int[] numbers = filed.remove(subscriber);
    if (numbers != null) {
      for (int number : numbers) {
        index.remove(number);
      }
      likeness.remove(subscriber);
    }
  }

  /** How many subscribers there are. */
  public int subscribers() {
    return filed.size();
  }

  /** How many interests they have together. */
  public int interests() {
    return index.size() + likeness.interests();
  }

  /** Who wants to hear of a paper: their numbers, each once, ascending. */
  public int[] match(PaperInView paper) {
    index.observe(paper.read());
    round++;
    int[] count = new int[1];
    IntConsumer wanting =
        subscriber -> {
          if (rounds[subscriber] != round) {
            rounds[subscriber] = round;
            if (count[0] == found.length) {
              found = Arrays.copyOf(found, 2 * count[0]);
            }
            found[count[0]++] = subscriber;
          }
        };
    matcher.match(paper.read(), interest -> wanting.accept(owners[interest]));
    paper.meaning().ifPresent(meaning -> likeness.match(meaning, wanting));
    if (count[0] == 0) {
      return NONE;
    }
    int[] subscribers = Arrays.copyOf(found, count[0]);
    Arrays.sort(subscribers);
    return subscribers;
  }
}
