package io.paperwire.notify.matching;

import java.util.List;

/**
 * What one subscriber wants to hear about.
 *
 * @param subscriberId opaque id
 * @param revision grows with each change
 * @param interests any of which a paper may match
 */
public record Subscription(String subscriberId, long revision, List<Interest> interests) {

  public Subscription {
    interests = List.copyOf(interests);
  }

  /** How long what is asked for is, in characters; examples cost little and do not count. */
  public int characters() {
    return interests.stream()
        .mapToInt(
            interest ->
                switch (interest) {
                  case Interest.InTopic(_, String topicId) -> topicId.length();
                  case Interest.InPhrase(_, String text) -> text.length();
                  case Interest.InAuthor(_, String name) -> name.length();
                  case Interest.InQuery query -> query.text().length();
                  case LikeThese _ -> 0;
                })
        .sum();
  }

  /** Whether every paper that another subscription asks for is surely asked for here, too. */
  public boolean covers(Subscription other) {
    return other.interests.stream()
        .allMatch(theirs -> interests.stream().anyMatch(ours -> ours.covers(theirs)));
  }
}
