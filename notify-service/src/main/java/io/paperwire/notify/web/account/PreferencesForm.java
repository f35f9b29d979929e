package io.paperwire.notify.web.account;

import java.util.List;

/**
 * Preferences as somebody typed them; nothing is checked yet.
 *
 * @param topics topic ids of the vocabulary
 * @param phrases words to look for in titles and abstracts
 * @param authors names or ORCID iDs to follow
 * @param queries interests in the interest language
 * @param cadence {@code instant}, {@code daily} or {@code weekly}
 * @param zone IANA time zone
 * @param sendAt time of day as {@code HH:MM}
 * @param sendDay ISO day of the week, {@code 1} is Monday
 */
public record PreferencesForm(
    List<String> topics,
    List<String> phrases,
    List<String> authors,
    List<String> queries,
    String cadence,
    String zone,
    String sendAt,
    String sendDay) {

  public PreferencesForm {
    topics = List.copyOf(topics);
    phrases = List.copyOf(phrases);
    authors = List.copyOf(authors);
    queries = List.copyOf(queries);
  }
}
