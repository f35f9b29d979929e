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

  /** So many days are looked at, today included. */
  public static final int DAYS = 14;

  /** Beyond these interests of somebody are not looked at: it takes too long. */
  public static final int MOST_INTERESTS = 20;

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

  /** One line an interest, in the order of the preferences; fewer if there are very many. */
  public List<Line> of(Preferences preferences) {
    return of(preferences.interests());
  }

  /** The same of any interests. */
  public List<Line> of(List<? extends Interest> interests) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate until =
        catalogue.latestDay().filter(day -> day.isBefore(today.minusDays(DAYS))).orElse(today);
    long end = System.nanoTime() + TIME.toNanos();
    List<Line> lines = new ArrayList<>();
    for (Interest interest : interests) {
      if (lines.size() < MOST_INTERESTS && System.nanoTime() < end) {
        lines.add(line(interest, until));
      }
    }
    return lines;
  }

  /** The same where it is not what a page is for: nothing if it cannot be found out in time. */
  public List<Line> atLeisure(List<? extends Interest> interests) {
    try {
      return of(interests);
    } catch (Overload busy) {
      LOG.info("A preview is left out: {}", busy.getMessage());
      return List.of();
    } catch (JdbiException failure) {
      if (SqlFailure.of(failure) != SqlFailure.TOO_LONG) {
        throw failure;
      }
      LOG.info("A preview is left out: {}", failure.toString());
      return List.of();
    }
  }

  private Line line(Interest interest, LocalDate until) {
    LocalDate since = until.minusDays(DAYS - 1L);
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
