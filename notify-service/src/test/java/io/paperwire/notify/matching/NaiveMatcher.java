package io.paperwire.notify.matching;

import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges every interest of every subscriber, one by one. */
final class NaiveMatcher {

  private final PaperReader reader;
  private final Map<String, Subscription> subscriptions = new HashMap<>();

  NaiveMatcher(Vocabulary vocabulary) {
    this.reader = new PaperReader(vocabulary);
  }

  void put(Subscription subscription) {
    subscriptions.put(subscription.subscriberId(), subscription);
  }

  void remove(String subscriberId) {
    subscriptions.remove(subscriberId);
  }

  /** The ids of the interests that match, for each subscriber who has one. */
  Map<String, List<String>> match(Paper paper) {
    ReadPaper read = reader.read(paper);
    Map<String, List<String>> matches = new HashMap<>();
    for (Subscription subscription : subscriptions.values()) {
      List<String> ids = new ArrayList<>();
      for (Interest interest : subscription.interests()) {
        switch (Judge.judge(((Interest.Asked) interest).expression(), read)) {
          case Judgement.Matches _ -> ids.add(interest.id());
          case Judgement.Misses _ -> {}
        }
      }
      if (!ids.isEmpty()) {
        matches.put(subscription.subscriberId(), ids);
      }
    }
    return matches;
  }
}
