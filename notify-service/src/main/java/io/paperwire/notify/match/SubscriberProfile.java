package io.paperwire.notify.match;

import io.paperwire.likeness.LearntTerms;
import io.paperwire.notify.digest.DigestOrder;
import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.Taste;
import io.paperwire.notify.paper.TermsRecord;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    List<Examples> examples = written.getInterests().stream().map(Examples::of).toList();
    return new SubscriberProfile(
        new Subscription(id, written.getRevision(), interests(written, examples)),
        written.getCadence(),
        zone,
        schedule(written, zone),
        written.getActiveSince(),
        taste(examples),
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

  /** The examples of an interest, read once for matching and for taste. */
  private record Examples(
      List<LikeThese.Example> likes,
      List<LikeThese.Example> dislikes,
      LearntTerms liked,
      LearntTerms disliked) {

    static Examples of(io.paperwire.schemas.Interest written) {
      return new Examples(
          examples(written.getLikes()),
          examples(written.getDislikes()),
          TermsRecord.read(written.getLikedTerms()),
          TermsRecord.read(written.getDislikedTerms()));
    }
  }

  private static Taste taste(List<Examples> examples) {
    return new Taste(
        examples.stream().flatMap(each -> each.likes().stream()).toList(),
        examples.stream().flatMap(each -> each.dislikes().stream()).toList(),
        learnt(examples, Examples::liked),
        learnt(examples, Examples::disliked));
  }

  /** A subscriber has one interest with examples at most. */
  private static LearntTerms learnt(List<Examples> examples, Function<Examples, LearntTerms> side) {
    return examples.stream()
        .map(side)
        .filter(terms -> !terms.isEmpty())
        .findFirst()
        .orElse(LearntTerms.NONE);
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

  private static List<Interest> interests(SubscriberInterests written, List<Examples> examples) {
    List<Interest> interests = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      interest(written.getSubscriberId(), written.getInterests().get(i), examples.get(i))
          .ifPresent(interests::add);
    }
    return interests;
  }

  private static Optional<Interest> interest(
      String subscriberId, io.paperwire.schemas.Interest written, Examples examples) {
    String id = written.getInterestId();
    try {
      return switch (written.getKind()) {
        case TOPIC -> Optional.of(new InTopic(id, written.getValue()));
        case PHRASE -> Optional.of(new InPhrase(id, written.getValue()));
        case AUTHOR -> Optional.of(new InAuthor(id, written.getValue()));
        case QUERY -> Optional.of(new InQuery(id, written.getValue()));
        case LIKE ->
            examples.likes().isEmpty()
                ? Optional.empty()
                : Optional.of(likeThese(written, examples));
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

  private static LikeThese likeThese(io.paperwire.schemas.Interest written, Examples examples) {
    return new LikeThese(
        written.getInterestId(),
        written.getValue(),
        examples.likes(),
        examples.dislikes(),
        LikeThese.nearEnough(written.getLeastCosine()));
  }

  private static List<LikeThese.Example> examples(List<LikedExample> written) {
    return written.stream()
        .map(
            example ->
                new LikeThese.Example(
                    Optional.ofNullable(example.getPaperId()),
                    example.getTitle(),
                    PaperReading.meaning(example.getVector()).ofWords(example.getWords())))
        .toList();
  }

  private static IllegalArgumentException unreadable(String subscriberId, String why) {
    return new IllegalArgumentException("subscriber " + subscriberId + ": " + why);
  }
}
