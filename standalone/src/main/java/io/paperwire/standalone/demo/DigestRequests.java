package io.paperwire.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Daily and weekly readers of a demonstration need not wait until tomorrow for their digest. */
final class DigestRequests {

  /** For changes to become known; a digest whose time is over by then comes tomorrow. */
  private static final Duration DUE_LEAD = Duration.ofSeconds(10);

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  private final WebClient web;
  private final Map<SampleSubscriber, String> manageTokens;
  private final Consumer<String> news;
  private final Map<SampleSubscriber, Integer> hadWhenAsked = new HashMap<>();

  /**
   * Nobody has asked yet.
   *
   * @param manageTokens what each subscriber changes their subscription with
   * @param news told when readers ask
   */
  DigestRequests(WebClient web, Map<SampleSubscriber, String> manageTokens, Consumer<String> news) {
    this.web = web;
    this.manageTokens = Map.copyOf(manageTokens);
    this.news = news;
  }

  /** Lets all daily and weekly readers ask. */
  void ask() {
    List<SampleSubscriber> patient =
        manageTokens.keySet().stream().filter(subscriber -> !subscriber.instant()).toList();
    patient.forEach(reader -> hadWhenAsked.put(reader, 0));
    news.accept(
        patient.size()
            + " daily and weekly readers asked for their digest at "
            + MINUTES.format(setDue(patient))
            + " UTC");
  }

  /**
   * Lets those ask once more who got a digest since they asked and still lack papers: a digest
   * holds so many, and the others would come tomorrow.
   */
  void askForTheRest(Map<SampleSubscriber, Due> due, Map<SampleSubscriber, List<Delivered>> got) {
    List<SampleSubscriber> lacking =
        List.copyOf(hadWhenAsked.keySet()).stream()
            .filter(reader -> count(got, reader) > hadWhenAsked.getOrDefault(reader, 0))
            .filter(reader -> lacks(due, got, reader))
            .toList();
    if (!lacking.isEmpty()) {
      lacking.forEach(reader -> hadWhenAsked.put(reader, count(got, reader)));
      news.accept(
          lacking.size()
              + " of them asked for the rest at "
              + MINUTES.format(setDue(lacking))
              + " UTC");
    }
  }

  private static boolean lacks(
      Map<SampleSubscriber, Due> due,
      Map<SampleSubscriber, List<Delivered>> got,
      SampleSubscriber reader) {
    return Optional.ofNullable(due.get(reader))
        .filter(papers -> !papers.missing(got.getOrDefault(reader, List.of())).isEmpty())
        .isPresent();
  }

  private static int count(Map<SampleSubscriber, List<Delivered>> got, SampleSubscriber reader) {
    return got.getOrDefault(reader, List.of()).size();
  }

  private ZonedDateTime setDue(List<SampleSubscriber> readers) {
    ZonedDateTime due =
        Instant.now()
            .plus(DUE_LEAD)
            .atZone(ZoneId.of("UTC"))
            .truncatedTo(ChronoUnit.MINUTES)
            .plusMinutes(1);
    for (SampleSubscriber reader : readers) {
      ZonedDateTime local = due.withZoneSameInstant(ZoneId.of(reader.zone()));
      web.change(
          reader,
          Optional.ofNullable(manageTokens.get(reader)).orElseThrow(),
          MINUTES.format(local),
          local.getDayOfWeek().getValue());
    }
    return due;
  }
}
