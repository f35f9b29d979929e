package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Followers.Following;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.text.AuthorName;
import io.paperwire.text.AuthorName.Agreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interests in authors, filed under the family name. */
final class AuthorFile implements InterestFile<InAuthor> {

  private final Map<String, List<Condition>> byFamilyKey = new HashMap<>();
  private final Map<String, Condition> conditions = new HashMap<>();

  private record Condition(AuthorName name, Followers followers) {}

  @Override
  public void add(InAuthor interest, Following following) {
    conditions
        .computeIfAbsent(interest.name(), _ -> open(interest.author()))
        .followers()
        .add(following);
  }

  private Condition open(AuthorName name) {
    Condition condition = new Condition(name, new Followers());
    for (String key : name.familyKeys()) {
      byFamilyKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(condition);
    }
    return condition;
  }

  @Override
  public void remove(InAuthor interest, Following following) {
    conditions.computeIfPresent(
        interest.name(),
        (_, condition) -> {
          condition.followers().remove(following);
          if (!condition.followers().isEmpty()) {
            return condition;
          }
          close(condition);
          return null;
        });
  }

  private void close(Condition condition) {
    for (String key : condition.name().familyKeys()) {
      byFamilyKey.computeIfPresent(
          key,
          (_, filed) -> {
            filed.removeIf(other -> other.followers() == condition.followers());
            return filed.isEmpty() ? null : filed;
          });
    }
  }

  @Override
  public List<Finding> match(Paper paper) {
    Map<Followers, Finding> best = new HashMap<>();
    for (String author : paper.authors()) {
      AuthorName.of(author)
          .ifPresent(
              name ->
                  withFamilyName(name)
                      .forEach(condition -> collect(condition, name, author, best)));
    }
    return List.copyOf(best.values());
  }

  private Set<Condition> withFamilyName(AuthorName name) {
    Set<Condition> filed = new HashSet<>();
    for (String key : name.familyKeys()) {
      filed.addAll(byFamilyKey.getOrDefault(key, List.of()));
    }
    return filed;
  }

  private static void collect(
      Condition condition, AuthorName name, String written, Map<Followers, Finding> best) {
    score(condition.name().agreementWith(name))
        .map(score -> new Finding(condition.followers(), Reason.Kind.AUTHOR, written, score))
        .ifPresent(
            finding ->
                best.merge(
                    finding.followers(),
                    finding,
                    (first, next) -> next.score() > first.score() ? next : first));
  }

  /** How sure it is that both names are of one person. */
  private static Optional<Double> score(Agreement agreement) {
    return switch (agreement) {
      case NONE -> Optional.empty();
      case FAMILY_NAME -> Optional.of(0.3);
      case INITIALS -> Optional.of(0.6);
      case GIVEN_NAMES -> Optional.of(0.9);
    };
  }
}
