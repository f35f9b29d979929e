package io.paperwire.notify.web.account;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a subscriber wants to hear about and when; checked.
 *
 * @param topics topic ids of the vocabulary, without repeats
 * @param phrases words to look for, without repeats
 * @param authors names to follow, without repeats
 * @param cadence how often
 * @param zone the zone of the times below
 * @param sendAt when daily and weekly digests are due, to the minute
 * @param sendDay the day on which weekly digests are due
 */
public record Preferences(
    List<String> topics,
    List<String> phrases,
    List<String> authors,
    Cadence cadence,
    ZoneId zone,
    LocalTime sendAt,
    DayOfWeek sendDay) {

  public Preferences {
    topics = List.copyOf(topics);
    phrases = List.copyOf(phrases);
    authors = List.copyOf(authors);
  }

  /** The same as a filled-in form. */
  public PreferencesForm form() {
    return new PreferencesForm(
        topics,
        phrases,
        authors,
        cadence.code(),
        zone.getId(),
        sendAt.toString(),
        Integer.toString(sendDay.getValue()));
  }
}
