package io.paperwire.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Guesses which field someone meant. */
final class FieldNames {

  /** Names that other formats give to the same thing. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("summary", "abstract"),
          Map.entry("description", "abstract"),
          Map.entry("author", "authors"),
          Map.entry("creator", "authors"),
          Map.entry("category", "categories"),
          Map.entry("tags", "categories"),
          Map.entry("subjects", "categories"),
          Map.entry("date", "published"),
          Map.entry("publishedat", "published"),
          Map.entry("announced", "published"),
          Map.entry("paperid", "id"),
          Map.entry("arxivid", "id"),
          Map.entry("doi", "id"),
          Map.entry("name", "title"),
          Map.entry("type", "kind"),
          Map.entry("value", "count"),
          Map.entry("amount", "count"),
          Map.entry("time", "at"),
          Map.entry("timestamp", "at"));

  private static final int FURTHEST = 2;

  private FieldNames() {}

  /** The known field that is meant by an unknown one, as far as one can tell. */
  static Optional<String> meantBy(String unknown, List<String> known) {
    String plain = unknown.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    Optional<String> synonym = Optional.ofNullable(SYNONYMS.get(plain)).filter(known::contains);
    return synonym.or(() -> closest(plain, known));
  }

  private static Optional<String> closest(String unknown, List<String> known) {
    Optional<String> best = Optional.empty();
    int least = FURTHEST + 1;
    for (String name : known) {
      int distance = distance(unknown, name);
      if (distance < least && distance < name.length()) {
        least = distance;
        best = Optional.of(name);
      }
    }
    return best;
  }

  /** Levenshtein's distance: how many letters to insert, drop or exchange. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
