package io.paperwire.notify.matching;

import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Subscriptions in an index, under numbers that were never used before, and why they match. */
final class FiledSubscriptions {

  private final SubscriptionIndex index = new SubscriptionIndex();
  private final PaperReader reader;
  private final Explanation explanation;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();

  FiledSubscriptions(Vocabulary vocabulary) {
    this.reader = new PaperReader(vocabulary);
    this.explanation = new Explanation(vocabulary);
  }

  void put(Subscription subscription) {
    int number =
        numbers.computeIfAbsent(
            subscription.subscriberId(),
            _ -> {
              subscriptions.add(subscription);
              return subscriptions.size() - 1;
            });
    subscriptions.set(number, subscription);
    index.put(number, subscription.interests());
  }

  void remove(String subscriberId) {
    Integer number = numbers.remove(subscriberId);
    if (number != null) {
      index.remove(number);
    }
  }

  int subscribers() {
    return index.subscribers();
  }

  int interests() {
    return index.interests();
  }

  /** Who matches; that no reason is found for one of them fails the test. */
  List<Match> match(Paper paper) {
    PaperInView read = PaperInView.of(reader.read(paper));
    return Arrays.stream(index.match(List.of(read)).getFirst())
        .mapToObj(subscriptions::get)
        .map(subscription -> explanation.explain(subscription, read).orElseThrow())
        .toList();
  }
}
