package io.paperwire.notify.match;

import io.paperwire.notify.digest.DigestOrder;
import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.Taste;
import io.paperwire.notify.schedule.Schedule;
import io.paperwire.notify.schedule.Schedule.AtOnce;
import io.paperwire.notify.schedule.Schedule.Daily;
import io.paperwire.notify.schedule.Schedule.Weekly;
import io.paperwire.notify.schedule.TimeZones;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.LikedExample;
import io.paperwire.schemas.SubscriberInterests;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscriber as the matcher knows them.
 *
 * @param subscription what they want to hear about
 * @param cadence how often
 * @param zone their time zone
 * @param schedule when their digests are due
 * @param activeSince papers first seen earlier are not sent
 * @param taste what papers they like
 * @param order what they want the order of digests to weigh
 */
record SubscriberProfile(
    Subscription subscription,
    Cadence cadence,
    ZoneId zone,
    Schedule schedule,
    Instant activeSince,
    Taste taste,
    DigestOrder order) {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriberProfile.class);
  private static final int MINUTES_OF_DAY = 24 * 60;

  /**
   * Reads a record. An interest that makes no sense, or is of a kind that a newer version has
   * introduced, is left out; the others hold.
   *
   * @throws IllegalArgumentException if the record does not say when digests are due
   */
  static SubscriberProfile of(SubscriberInterests written) {
    String id = written.getSubscriberId();
    ZoneId zone =
        TimeZones.find(written.getZone())
            .orElseThrow(() -> unreadable(id, "'" + written.getZone() + "' is no time zone"));
    return new SubscriberProfile(
        new Subscription(id, written.getRevision(), interests(written)),
        written.getCadence(),
        zone,
        schedule(written, zone),
        written.getActiveSince(),
        taste(written),
        order(written));
  }

  /**
   * The same of a record that does not say when digests are due: the schedule is not to be used.
   */
  static SubscriberProfile neverDue(SubscriberInterests written) {
    return of(
        SubscriberInterests.newBuilder(written)
            .setZone("UTC")
            .setCadence(Cadence.INSTANT)
            .setOrder(null)
            .build());
  }

  private static Taste taste(SubscriberInterests written) {
    return new Taste(
        written.getInterests().stream()
            .flatMap(interest -> examples(interest.getLikes()).stream())
            .toList(),
        written.getInterests().stream()
            .flatMap(interest -> examples(interest.getDislikes()).stream())
            .toList());
  }

  private static DigestOrder order(SubscriberInterests written) {
    io.paperwire.schemas.DigestOrder order = written.getOrder();
    return order == null
        ? DigestOrder.USUAL
        : new DigestOrder(
            order.getMatch(),
            order.getAttention(),
            order.getNewness(),
            order.getVariety(),
            Optional.ofNullable(order.getTaste()).orElse(order.getMatch()));
  }

  private static Schedule schedule(SubscriberInterests written, ZoneId zone) {
    return switch (written.getCadence()) {
      case INSTANT -> new AtOnce();
      case DAILY -> new Daily(zone, time(written));
      case WEEKLY -> new Weekly(zone, day(written), time(written));
      case UNKNOWN ->
          throw unreadable(written.getSubscriberId(), "the cadence is not one of this version");
    };
  }

  private static LocalTime time(SubscriberInterests written) {
    int minute = written.getSendMinuteOfDay();
    if (minute < 0 || minute >= MINUTES_OF_DAY) {
      throw unreadable(written.getSubscriberId(), minute + " is no minute of a day");
    }
    return LocalTime.of(minute / 60, minute % 60);
  }

  private static DayOfWeek day(SubscriberInterests written) {
    int day = written.getSendDayOfWeek();
    if (day < 1 || day > DayOfWeek.values().length) {
      throw unreadable(written.getSubscriberId(), day + " is no day of a week");
    }
    return DayOfWeek.of(day);
  }

  private static List<Interest> interests(SubscriberInterests written) {
    return written.getInterests().stream()
        .flatMap(interest -> interest(written.getSubscriberId(), interest).stream())
        .toList();
  }

  private static Optional<Interest> interest(
      String subscriberId, io.paperwire.schemas.Interest written) {
    String id = written.getInterestId();
    try {
      return switch (written.getKind()) {
        case TOPIC -> Optional.of(new InTopic(id, written.getValue()));
        case PHRASE -> Optional.of(new InPhrase(id, written.getValue()));
        case AUTHOR -> Optional.of(new InAuthor(id, written.getValue()));
        case QUERY -> Optional.of(new InQuery(id, written.getValue()));
        case LIKE ->
            written.getLikes().isEmpty() ? Optional.empty() : Optional.of(likeThese(written));
        case UNKNOWN -> {
          LOG.warn("subscriber {}: interest {} is of an unknown kind", subscriberId, id);
          yield Optional.empty();
        }
      };
    } catch (IllegalArgumentException e) {
      // What people are interested in does not belong into a log.
      LOG.warn("subscriber {}: interest {} makes no sense and is left out", subscriberId, id);
      return Optional.empty();
    }
  }

  private static LikeThese likeThese(io.paperwire.schemas.Interest written) {
    return new LikeThese(
        written.getInterestId(),
        written.getValue(),
        examples(written.getLikes()),
        examples(written.getDislikes()),
        LikeThese.nearEnough(written.getLeastCosine()));
  }

  private static List<LikeThese.Example> examples(List<LikedExample> written) {
    return written.stream()
        .map(
            example ->
                new LikeThese.Example(
                    example.getTitle(),
                    PaperReading.meaning(example.getVector()).ofWords(example.getWords())))
        .toList();
  }

  private static IllegalArgumentException unreadable(String subscriberId, String why) {
    return new IllegalArgumentException("subscriber " + subscriberId + ": " + why);
  }
}
