package io.paperwire.notify.matching;

import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Matcher;
import io.paperwire.notify.matching.Interest.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Who was found in this round. */
  private int[] found = new int[64];

  private int count;

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

  /**
   * Whether anybody wants papers like others: only then is it cheaper to ask for several at once.
   */
  public boolean hasLikeness() {
    return likeness.interests() > 0;
  }

  /**
   * Who wants to hear of some papers.
   *
   * @return for each paper the numbers of those who do, each once, ascending
   */
  public List<int[]> match(List<PaperInView> papers) {
    List<List<Integer>> near = papers.stream().<List<Integer>>map(_ -> new ArrayList<>()).toList();
    likeness.match(papers, (paper, subscriber) -> near.get(paper).add(subscriber));
    List<int[]> wanting = new ArrayList<>(papers.size());
    for (int i = 0; i < papers.size(); i++) {
      wanting.add(match(papers.get(i), near.get(i)));
    }
    return wanting;
  }

  private int[] match(PaperInView paper, List<Integer> near) {
    index.observe(paper.read());
    round++;
    count = 0;
    matcher.match(paper.read(), interest -> want(owners[interest]));
    near.forEach(this::want);
    if (count == 0) {
      return NONE;
    }
    int[] subscribers = Arrays.copyOf(found, count);
    Arrays.sort(subscribers);
    return subscribers;
  }

  private void want(int subscriber) {
    if (rounds[subscriber] != round) {
      rounds[subscriber] = round;
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = subscriber;
    }
  }
}
