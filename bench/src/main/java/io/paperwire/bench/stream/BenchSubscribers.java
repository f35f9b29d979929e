package io.paperwire.bench.stream;

import io.paperwire.bench.InterestMix;
import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Matcher;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestPrinter;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.topics.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Many subscribers, among whom the interests are dealt out like cards. A tenth want to hear at
 * once, seven tenths daily and two tenths weekly, these at a time of day that is half a day away.
 */
final class BenchSubscribers {

  private static final String ID = "subscriber-";

  private final List<Expression> interests;
  private final int count;
  private final Instant activeSince;
  private final int minuteOfDay;

  BenchSubscribers(StreamBenchSettings settings, List<Paper> papers) {
    this.interests = new InterestMix(papers, settings.seed()).make(settings.interests());
    this.count = settings.subscribers();
    Instant now = Instant.now();
    this.activeSince = now.minus(Duration.ofDays(1));
    this.minuteOfDay =
        LocalTime.ofInstant(now.plus(Duration.ofHours(12)), ZoneOffset.UTC).toSecondOfDay() / 60;
  }

  int count() {
    return count;
  }

  /** The record of one of them. */
  SubscriberInterests subscriber(int number) {
    List<Interest> wanted = new ArrayList<>();
    for (int i = number; i < interests.size(); i += count) {
      wanted.add(interest("interest-" + i, interests.get(i)));
    }
    return SubscriberInterests.newBuilder()
        .setSubscriberId(ID + number)
        .setRevision(1)
        .setInterests(wanted)
        .setCadence(cadence(number))
        .setZone("UTC")
        .setSendMinuteOfDay(minuteOfDay)
        .setActiveSince(activeSince)
        .build();
  }

  /** The number of a subscriber. */
  static int number(String subscriberId) {
    return Integer.parseInt(subscriberId.substring(ID.length()));
  }

  /** Whether somebody is one of these. */
  static boolean isOne(String subscriberId) {
    return subscriberId.startsWith(ID);
  }

  private static Cadence cadence(int number) {
    return switch (number % 10) {
      case 0 -> Cadence.INSTANT;
      case 1, 2 -> Cadence.WEEKLY;
      default -> Cadence.DAILY;
    };
  }

  /** An interest of a kind that is told by one text. */
  static Interest interest(String id, InterestKind kind, String value) {
    return Interest.newBuilder().setInterestId(id).setKind(kind).setValue(value).build();
  }

  private static Interest interest(String id, Expression asked) {
    return switch (asked) {
      case Clause.Words(Scope scope, String text) when scope == Scope.ANYWHERE ->
          interest(id, InterestKind.PHRASE, text);
      case Clause.Author(String name) -> interest(id, InterestKind.AUTHOR, name);
      case Clause _, Expression.All _, Expression.Any _, Expression.Not _ ->
          interest(id, InterestKind.QUERY, InterestPrinter.print(asked));
    };
  }

  /**
   * What comes of papers.
   *
   * @param pairs papers and subscribers who want them
   * @param atOnce those pairs whose subscriber wants to hear at once, see {@link #pair}
   */
  record Expected(long pairs, Set<Long> atOnce) {}

  /** What must come of papers, found without the stream. */
  Expected expected(List<Paper> papers) {
    InterestIndex index = new InterestIndex();
    PaperReader reader = new PaperReader(Vocabulary.load());
    int[] owners = new int[interests.size()];
    for (int i = 0; i < interests.size(); i++) {
      owners[filed(index.add(interests.get(i)))] = i % count;
    }
    long pairs = 0;
    Set<Long> atOnce = new HashSet<>();
    try (Matcher matcher = index.matcher()) {
      for (int paper = 0; paper < papers.size(); paper++) {
        Set<Integer> wanting = new HashSet<>();
        matcher.match(reader.read(papers.get(paper)), interest -> wanting.add(owners[interest]));
        pairs += wanting.size();
        for (int subscriber : wanting) {
          if (cadence(subscriber) == Cadence.INSTANT) {
            atOnce.add(pair(subscriber, paper));
          }
        }
      }
    }
    return new Expected(pairs, atOnce);
  }

  private static int filed(Filing filing) {
    return switch (filing) {
      case Filing.Filed(int number) -> number;
      case Filing.Refused(String reason) -> throw new IllegalStateException(reason);
    };
  }

  static long pair(int subscriber, int paper) {
    return ((long) subscriber << Integer.SIZE) | paper;
  }
}
