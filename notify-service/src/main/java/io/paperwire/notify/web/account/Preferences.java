package io.paperwire.notify.web.account;

import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a subscriber wants to hear about and when; checked.
 *
 * @param topics topic ids of the vocabulary, without repeats
 * @param phrases words to look for, without repeats
 * @param authors names to follow, without repeats
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

  /** What they ask of a paper. */
  public List<Interest> interests() {
    List<Interest> interests = new ArrayList<>();
    topics.forEach(topic -> interests.add(new Interest.InTopic("topic:" + topic, topic)));
    phrases.forEach(phrase -> interests.add(new Interest.InPhrase("phrase:" + phrase, phrase)));
    authors.forEach(name -> interests.add(new Interest.InAuthor("author:" + name, name)));
    queries.forEach(query -> interests.add(new Interest.InQuery("query:" + query, query)));
    return List.copyOf(interests);
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
