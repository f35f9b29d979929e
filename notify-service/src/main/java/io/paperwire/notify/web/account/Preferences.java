package io.paperwire.notify.web.account;

import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a subscriber wants to hear about and when; checked.
 *
 * @param topics topic ids of the vocabulary, without repeats
 * @param phrases words to look for, without repeats
 * @param authors names or ORCID iDs to follow, without repeats
 * @param queries interests in the interest language, without repeats
 * @param cadence how often
 * @param zone the zone of the times below
 * @param sendAt when daily and weekly digests are due, to the minute
 * @param sendDay the day on which weekly digests are due
 */
public record Preferences(
    List<String> topics,
    List<String> phrases,
    List<String> authors,
    List<String> queries,
    Cadence cadence,
    ZoneId zone,
    LocalTime sendAt,
    DayOfWeek sendDay) {

  public Preferences {
    topics = List.copyOf(topics);
    phrases = List.copyOf(phrases);
    authors = List.copyOf(authors);
    queries = List.copyOf(queries);
  }

  /**
   * What they ask of a paper. What an earlier version took and makes no sense to this one is left
   * out, as it is in matching.
   */
  public List<Interest> interests() {
    return stored().stream().flatMap(interest -> interest.matched().stream()).toList();
  }

  /** The interests as they are kept. */
  List<StoredInterest> stored() {
    return StoredInterest.of(topics, phrases, authors, queries);
  }

  /** The rule by which digests are due. */
  public Schedule schedule() {
    return switch (cadence) {
      case INSTANT -> new Schedule.AtOnce();
      case DAILY -> new Schedule.Daily(zone, sendAt);
      case WEEKLY -> new Schedule.Weekly(zone, sendDay, sendAt);
    };
  }

  /** The same as a filled-in form. */
  public PreferencesForm form() {
    return new PreferencesForm(
        topics,
        phrases,
        authors,
        queries,
        cadence.code(),
        zone.getId(),
        sendAt.toString(),
        Integer.toString(sendDay.getValue()));
  }
}
