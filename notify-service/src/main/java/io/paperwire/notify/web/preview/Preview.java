package io.paperwire.notify.web.preview;

import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.sql.SqlFailure;
import io.paperwire.notify.web.account.Preferences;
import io.paperwire.notify.web.catalogue.Catch;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.client.Overload;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what interests would have caught in the last days. Where no paper has come for longer,
 * these are the last days of those that have papers.
 */
@Singleton
@WebRole
public class Preview {

  /** So many days may be looked at, today included. */
  public static final List<Integer> DAYS = List.of(7, 14, 30, 90);

  /** So many days are looked at if nobody says how many. */
  public static final int USUAL_DAYS = 14;

  /** Beyond these interests of somebody are not looked at: it takes too long. */
  static final int MOST_INTERESTS = 20;

  private static final Duration TIME = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

  private final PaperCatalogue catalogue;
  private final Explanation explanation;
  private final InstantSource clock;

  /** Made by Micronaut. */
  public Preview(PaperCatalogue catalogue, Vocabulary vocabulary, InstantSource clock) {
    this.catalogue = catalogue;
    this.explanation = new Explanation(vocabulary);
    this.clock = clock;
  }

  /**
   * What one interest would have caught.
   *
   * @param interest the interest
   * @param words in the subscriber's words
   * @param caught the papers
   * @param until the last day that was looked at, in UTC
   * @param perDay how many a day, over the days that were looked at
   */
  public record Line(
      Interest interest, String words, Catch caught, LocalDate until, double perDay) {}

  /** How many days a text asks for, such as {@code 30}; nothing if it is none of {@link #DAYS}. */
  public static Optional<Integer> days(String text) {
    return DAYS.stream().filter(days -> days.toString().equals(text)).findFirst();
  }

  /**
   * What the interests of preferences would have caught.
   *
   * @param days how many days are looked at, as far back as there are papers
   */
  public Forecast of(Preferences preferences, int days) {
    return of(preferences.interests(), days);
  }

  private Forecast of(List<? extends Interest> interests, int days) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate until =
        catalogue.latestDay().filter(day -> day.isBefore(today.minusDays(days))).orElse(today);
    LocalDate since = since(until, days, catalogue.earliestDay());
    long end = System.nanoTime() + TIME.toNanos();
    return counted(
        interests,
        explanation::words,
        interest -> line(interest, since, until),
        () -> System.nanoTime() - end > 0);
  }

  /** The first day that is looked at: none before there are papers, for so many a day are told. */
  static LocalDate since(LocalDate until, int days, Optional<LocalDate> earliest) {
    LocalDate wanted = until.minusDays(days - 1L);
    return earliest.filter(day -> day.isAfter(wanted) && !day.isAfter(until)).orElse(wanted);
  }

  /** Counts the papers of one interest after the other, until it takes too long. */
  static Forecast counted(
      List<? extends Interest> interests,
      Function<Interest, String> words,
      Function<Interest, Line> counting,
      BooleanSupplier timeIsOver) {
    List<Line> lines = new ArrayList<>();
    List<Forecast.Left> left = new ArrayList<>();
    for (Interest interest : interests) {
      if (lines.size() == MOST_INTERESTS) {
        left.add(new Forecast.Left(words.apply(interest), Forecast.Why.TOO_MANY));
      } else if (timeIsOver.getAsBoolean()) {
        left.add(new Forecast.Left(words.apply(interest), Forecast.Why.TOO_LONG));
      } else {
        lines.add(counting.apply(interest));
      }
    }
    return new Forecast(lines, left);
  }

  /**
   * The same of any interests and the usual days, where it is not what a page is for: nothing if it
   * cannot be found out in time.
   */
  public Forecast atLeisure(List<? extends Interest> interests) {
    try {
      return of(interests, USUAL_DAYS);
    } catch (Overload busy) {
      LOG.info("A preview is left out: {}", busy.getMessage());
      return Forecast.NONE;
    } catch (JdbiException failure) {
      if (SqlFailure.of(failure) != SqlFailure.TOO_LONG) {
        throw failure;
      }
      LOG.info("A preview is left out: {}", failure.toString());
      return Forecast.NONE;
    }
  }

  private Line line(Interest interest, LocalDate since, LocalDate until) {
    Catch caught =
        switch (interest) {
          case Interest.Asked asked -> catalogue.caught(asked.expression(), since);
          case LikeThese like -> catalogue.caught(like, since);
        };
    long days = Math.max(1, ChronoUnit.DAYS.between(caught.since(), until) + 1);
    return new Line(
        interest, explanation.words(interest), caught, until, (double) caught.papers() / days);
  }
}
