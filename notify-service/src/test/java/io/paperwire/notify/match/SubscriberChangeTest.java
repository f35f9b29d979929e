package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subscribers who change what they want, or leave. */
final class SubscriberChangeTest {

  // In Berlin it is Monday, 11:00.
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration ROUND = MatchHarness.SETTINGS.round();
  private static final String TUESDAY_MORNING = "2026-03-03T07:00:00Z";
  private static final String NEXT_MONDAY_MORNING = "2026-03-09T07:00:00Z";

  private static final List<String> STORES = List.of("interests", "reasons", "agendas", "papers");

  private final MatchHarness match = new MatchHarness(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldApplyChangedInterestsToLaterPapers() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.publish(paper("p-2", "Protein folding", START));
    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(2));
    match.publish(paper("p-3", "Graph theory", START));
    match.publish(paper("p-4", "Protein design", START));
    match.advanceTo(TUESDAY_MORNING);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1", "p-4"));
  }

  @Test
  void shouldIgnoreAnOlderRevision() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph").setRevision(7));
    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(6));
    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(7));
    match.publish(paper("p-1", "Graph networks", START));
    match.publish(paper("p-2", "Protein folding", START));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldMoveWhatWaitsToTheDueTimeOfTheNewCadence() {
    match.subscribe(subscriber("s-1", Cadence.WEEKLY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(Duration.ofHours(1));

    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph").setRevision(2));
    match.advanceTo(TUESDAY_MORNING);

    List<Digest> digests = match.digests();
    assertThat(digests).extracting(Digest::getCadence).containsExactly(Cadence.DAILY);
    assertThat(digests).extracting(Digest::getWindowEnd).containsExactly(match.now());
    match.advanceTo(NEXT_MONDAY_MORNING);
    assertThat(match.digests()).isEmpty();
  }

  @Test
  void shouldPutOffWhatWaitsWhenTheCadenceBecomesSlower() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.subscribe(subscriber("s-1", Cadence.WEEKLY, "graph").setRevision(2));

    match.advanceTo(TUESDAY_MORNING);
    assertThat(match.digests()).isEmpty();
    match.advanceTo(NEXT_MONDAY_MORNING);
    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldSendWhatWaitsAtOnceWhenTheCadenceBecomesInstant() {
    match.subscribe(subscriber("s-1", Cadence.WEEKLY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph").setRevision(2));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldMoveWhatWaitsIntoAnotherZone() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.subscribe(
        subscriber("s-1", Cadence.DAILY, "graph").setRevision(2).setZone("America/New_York"));

    match.advanceTo("2026-03-02T12:59:59Z");
    assertThat(match.digests()).isEmpty();
    match.advanceTo("2026-03-02T13:00:00Z");
    assertThat(match.digests()).extracting(Digest::getZone).containsExactly("America/New_York");
  }

  @Test
  void shouldLeaveTheDueTimeAloneWhenOnlyInterestsChange() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(2));
    match.advanceTo(TUESDAY_MORNING);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldDeleteAllThatIsKnownOfASubscriberWhoLeaves() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(paper("p-sent", "Graph networks", START));
    match.advance(ROUND);
    assertThat(match.digests()).hasSize(1);
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph").setRevision(2));
    match.publish(paper("p-waiting", "Graph theory", START));
    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(3));
    assertThat(STORES).allSatisfy(store -> assertThat(match.entries(store)).isPositive());

    match.unsubscribe("s-1");
    match.publish(paper("p-later", "Graph theory", match.now()));
    match.advance(Duration.ofDays(8));

    assertThat(match.digests()).isEmpty();
    assertThat(STORES).allSatisfy(store -> assertThat(match.entries(store)).isZero());
  }

  @Test
  void shouldKeepOtherSubscribersWhenOneLeaves() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.subscribe(subscriber("s-10", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.unsubscribe("s-1");
    match.unsubscribe("s-unknown");
    match.advanceTo(TUESDAY_MORNING);

    assertThat(match.digests()).extracting(Digest::getSubscriberId).containsExactly("s-10");
  }

  @Test
  void shouldTakeBackSomeoneWhoLeftWithAnyRevision() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph").setRevision(9));
    match.unsubscribe("s-1");
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph").setRevision(1));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldLeaveOutInterestsThatMakeNoSense() {
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "graph")
            .setInterests(
                List.of(
                    interest("i-1", InterestKind.UNKNOWN, "from the future"),
                    interest("i-2", InterestKind.PHRASE, "---"),
                    interest("i-3", InterestKind.AUTHOR, "..."),
                    interest("i-4", InterestKind.TOPIC, " "),
                    interest("i-5", InterestKind.PHRASE, "x".repeat(500)),
                    interest("i-6", InterestKind.PHRASE, "graph"))));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            weekly().setZone("Europe/Paperwire"),
            "subscriber s-1: 'Europe/Paperwire' is no time zone"),
        arguments(weekly().setSendMinuteOfDay(1440), "subscriber s-1: 1440 is no minute of a day"),
        arguments(weekly().setSendDayOfWeek(8), "subscriber s-1: 8 is no day of a week"),
        arguments(
            weekly().setCadence(Cadence.UNKNOWN),
            "subscriber s-1: the cadence is not one of this version"));
  }

  private static SubscriberInterests.Builder weekly() {
    return subscriber("s-1", Cadence.WEEKLY, "protein").setRevision(2);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldSetASubscriberAsideWhoseDueTimeCannotBeKnown(
      SubscriberInterests.Builder mistaken, String message) {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.subscribe(mistaken);
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);

    List<TestRecord<byte[], byte[]>> letters = match.deadLetters(match.topics().interests());
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().key()).isEqualTo("s-1".getBytes(StandardCharsets.UTF_8));
    assertThat(letters.getFirst().value()).isEqualTo(match.bytes(mistaken));
    assertThat(letters.getFirst().headers().lastHeader(DeadLetterHeaders.MESSAGE).value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(message);
    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldSetBytesAsideThatAreNoRecord() {
    byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.send(match.topics().interests(), "s-2", bytes);
    match.send(match.topics().enrichedPapers(), "p-0", bytes);
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);

    assertThat(match.deadLetters(match.topics().interests()))
        .extracting(TestRecord::value)
        .containsExactly(bytes);
    assertThat(match.deadLetters(match.topics().enrichedPapers()))
        .extracting(TestRecord::value)
        .containsExactly(bytes);
    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }
}
