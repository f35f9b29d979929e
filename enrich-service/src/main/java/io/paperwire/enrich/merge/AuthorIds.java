package io.paperwire.enrich.merge;

import io.paperwire.schemas.Author;
import io.paperwire.text.AuthorName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Adds to the authors of a paper the ORCID iDs that other lists of its authors give.
 *
 * <p>Two names mean one author if each is the only one in its list that the other can mean: the one
 * that is written the same, or else the one that agrees in family and given names or initials. A
 * family name alone means nobody. Where several may be meant no iD is added.
 */
final class AuthorIds {

  private final List<Author> authors;
  private final Map<String, List<Integer>> byWrittenName = new HashMap<>();
  private final Map<String, List<Integer>> byFamily = new HashMap<>();
  private final List<Optional<AuthorName>> names;

  private AuthorIds(List<Author> authors) {
    this.authors = authors;
    this.names = authors.stream().map(author -> AuthorName.of(author.getName())).toList();
    for (int i = 0; i < authors.size(); i++) {
      byWrittenName.computeIfAbsent(written(authors.get(i)), _ -> new ArrayList<>()).add(i);
      for (String family : names.get(i).map(AuthorName::familyKeys).orElse(Set.of())) {
        byFamily.computeIfAbsent(family, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * The authors with the iDs that others give.
   *
   * @param others further lists of the authors of the same paper, the best one first
   */
  static List<Author> added(List<Author> authors, List<List<Author>> others) {
    List<Author> added = authors;
    for (List<Author> list : others) {
      if (list.stream().anyMatch(author -> author.getOrcid() != null)) {
        added = added(new AuthorIds(added), new AuthorIds(list));
      }
    }
    return added;
  }

  private static List<Author> added(AuthorIds best, AuthorIds others) {
    Set<String> used = new HashSet<>();
    best.authors.stream().map(Author::getOrcid).filter(Objects::nonNull).forEach(used::add);
    List<Author> added = new ArrayList<>(best.authors);
    for (int i = 0; i < added.size(); i++) {
      OptionalInt same = others.meantBy(best, i);
      if (added.get(i).getOrcid() == null
          && same.isPresent()
          && best.meantBy(others, same.getAsInt()).equals(OptionalInt.of(i))) {
        String orcid = others.authors.get(same.getAsInt()).getOrcid();
        if (orcid != null && used.add(orcid)) {
          added.set(i, Author.newBuilder(added.get(i)).setOrcid(orcid).build());
        }
      }
    }
    return List.copyOf(added);
  }

  /** The one author of this list whom a name of another list can mean. */
  private OptionalInt meantBy(AuthorIds list, int index) {
    List<Integer> same = byWrittenName.getOrDefault(written(list.authors.get(index)), List.of());
    return only(
        same.isEmpty()
            ? list.names.get(index).stream().flatMapToInt(this::agreeing)
            : same.stream().mapToInt(Integer::intValue));
  }

  private IntStream agreeing(AuthorName name) {
    return name.familyKeys().stream()
        .flatMap(family -> byFamily.getOrDefault(family, List.of()).stream())
        .filter(i -> names.get(i).filter(other -> agree(name, other)).isPresent())
        .mapToInt(Integer::intValue);
  }

  private static boolean agree(AuthorName one, AuthorName other) {
    return switch (one.agreementWith(other)) {
      case GIVEN_NAMES, INITIALS -> true;
      case NONE, FAMILY_NAME -> false;
    };
  }

  private static OptionalInt only(IntStream found) {
    int[] different = found.distinct().limit(2).toArray();
    return different.length == 1 ? OptionalInt.of(different[0]) : OptionalInt.empty();
  }

  private static String written(Author author) {
    return author.getName().toLowerCase(Locale.ROOT);
  }
}
