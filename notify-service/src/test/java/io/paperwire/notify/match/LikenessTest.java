package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestOrder;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.LikedExample;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.SubscriberInterests;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Papers like those that somebody likes, through the whole topology. */
final class LikenessTest {

  private static final Instant START = Instant.parse("2026-06-01T06:00:00Z");
  private static final Duration ROUND = Duration.ofMillis(200);

  private final MatchHarness harness = new MatchHarness(START);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void shouldTellOfAPaperThatIsNearToALikedOneAndNameThatOne() {
    harness.subscribe(likes("s-1", example("Graphs", 100, 0), example("Proteins", 0, 100)));

    harness.publish(paper("p-1", "Nets", START).setVector(vector(90, 30)));
    harness.publish(paper("p-2", "Walks", START).setVector(vector(-100, 40)));
    harness.advance(ROUND);

    Digest digest = harness.digests().getFirst();
    assertThat(digest.getItems()).hasSize(1);
    Reason reason = digest.getItems().getFirst().getReasons().getFirst();
    assertThat(reason.getKind()).isEqualTo(ReasonKind.LIKE);
    assertThat(reason.getEvidence()).isEqualTo("Graphs");
    // cosine 0.9487 of at least 0.6: 0.5 + 0.45 * (0.9487 - 0.6) / 0.4
    assertThat(reason.getScore()).isBetween(0.892, 0.893);
  }

  @Test
  void shouldTellOfAPaperOnceThoughItsVectorComesLaterThanItsWords() {
    SubscriberInterests.Builder both = likes("s-both", example("Graphs", 100, 0));
    List<Interest> interests = new ArrayList<>(both.getInterests());
    interests.add(TestRecords.interest("i-words", InterestKind.PHRASE, "nets"));
    harness.subscribe(both.setInterests(interests));
    harness.subscribe(likes("s-like", example("Graphs", 100, 0)));

    harness.publish(paper("p-1", "Nets", START));
    harness.advance(ROUND);
    assertThat(harness.digests()).extracting(Digest::getSubscriberId).containsExactly("s-both");

    harness.publish(paper("p-1", "Nets", START).setVector(vector(100, 10)));
    harness.advance(ROUND);
    assertThat(harness.digests()).extracting(Digest::getSubscriberId).containsExactly("s-like");

    harness.publish(paper("p-1", "Nets", START).setVector(vector(100, 11)));
    harness.advance(Duration.ofDays(1));
    assertThat(harness.digests()).isEmpty();
  }

  @Test
  void shouldGiveBothReasonsWhereTheVectorCameBeforeTheDigest() {
    SubscriberInterests.Builder both = likes("s-1", example("Graphs", 100, 0));
    List<Interest> interests = new ArrayList<>(both.getInterests());
    interests.add(TestRecords.interest("i-words", InterestKind.PHRASE, "nets"));
    harness.subscribe(both.setInterests(interests).setCadence(Cadence.DAILY));

    harness.publish(paper("p-1", "Nets", START));
    harness.publish(paper("p-1", "Nets", START).setVector(vector(100, 10)));
    harness.advance(Duration.ofDays(1));

    List<Digest> digests = harness.digests();
    assertThat(digests).hasSize(1);
    assertThat(digests.getFirst().getItems().getFirst().getReasons())
        .extracting(Reason::getKind)
        .containsExactly(ReasonKind.LIKE, ReasonKind.PHRASE);
  }

  @Test
  void shouldNotTellOfWhatIsNearerToADislikedPaperOrOfAnotherModel() {
    Interest graphs = interests(example("Graphs", 100, 40)).getFirst();
    SubscriberInterests.Builder picky =
        likes("s-1")
            .setInterests(
                List.of(
                    Interest.newBuilder(graphs)
                        .setDislikes(List.of(example("Surveys of graphs", 100, -10)))
                        .build()));
    harness.subscribe(picky);

    harness.publish(paper("p-1", "One", START).setVector(vector(100, 0)));
    PaperVector foreign = PaperVector.newBuilder(vector(100, 40)).setModelVersion("2").build();
    harness.publish(paper("p-2", "Two", START).setVector(foreign));
    harness.advance(ROUND);
    assertThat(harness.digests()).isEmpty();

    harness.publish(paper("p-3", "Three", START).setVector(vector(100, 35)));
    harness.advance(ROUND);
    assertThat(harness.digestedPapers()).containsExactly(List.of("p-3"));
  }

  @Test
  void shouldNotAskOfATitleWhatItAsksOfAPaper() {
    LikedExample title = LikedExample.newBuilder(example("Graphs", 100, 0)).setWords(9).build();
    harness.subscribe(likes("s-title", title));
    harness.subscribe(likes("s-paper", example("Graphs", 100, 0)));

    harness.publish(paper("p-1", "One", START).setVector(vector(55, 84)));
    harness.advance(ROUND);

    assertThat(harness.digests()).extracting(Digest::getSubscriberId).containsExactly("s-title");
  }

  @Test
  void shouldNotAskOfAPaperWithoutAbstractWhatItAsksOfOthers() {
    harness.subscribe(likes("s-1", example("Graphs", 100, 0)));

    harness.publish(paper("p-1", "One", START).setVector(vector(55, 84)));
    harness.publish(TestRecords.paper("p-2", "A title", START).setVector(vector(55, 84)));
    harness.advance(ROUND);

    assertThat(harness.digestedPapers()).containsExactly(List.of("p-2"));
  }

  @Test
  void shouldFollowWhatTheSubscriberLikesFromNowOn() {
    harness.subscribe(likes("s-1", example("Graphs", 100, 0)));
    harness.subscribe(likes("s-1", example("Proteins", 0, 100)).setRevision(2));

    harness.publish(paper("p-1", "One", START).setVector(vector(100, 0)));
    harness.publish(paper("p-2", "Two", START).setVector(vector(0, 100)));
    harness.advance(ROUND);

    assertThat(harness.digestedPapers()).containsExactly(List.of("p-2"));
  }

  @Test
  void shouldPutIntoTheOrderThatTheSubscriberTilts() {
    SubscriberInterests.Builder usual =
        subscriber("s-usual", Cadence.DAILY, "nets")
            .setInterests(interests(example("Graphs", 100, 0)));
    SubscriberInterests.Builder voting =
        subscriber("s-votes", Cadence.DAILY, "nets")
            .setInterests(interests(example("Graphs", 100, 0)))
            .setOrder(new DigestOrder(0.0, 1.0, 0.0, 0.0, null));
    harness.subscribe(usual);
    harness.subscribe(voting);
    harness.publish(paper("p-near", "Near", START).setVector(vector(100, 0)));
    harness.publish(paper("p-same", "Near again", START).setVector(vector(100, 1)));
    harness.publish(
        paper("p-voted", "Voted", START)
            .setVector(vector(100, 70))
            .setTrend(TestRecords.trend(20, START)));
    harness.advance(Duration.ofDays(1));

    assertThat(harness.digests())
        .extracting(
            Digest::getSubscriberId,
            digest -> digest.getItems().stream().map(item -> item.getPaperId()).toList())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("s-usual", List.of("p-near", "p-voted", "p-same")),
            org.assertj.core.groups.Tuple.tuple("s-votes", List.of("p-voted", "p-near", "p-same")));
  }

  /** Of usual length, so that nothing is allowed it. */
  private static EnrichedPaper.Builder paper(String id, String title, Instant firstSeenAt) {
    return TestRecords.paper(id, title, firstSeenAt).setAbstractText("word ".repeat(200));
  }

  private static SubscriberInterests.Builder likes(String id, LikedExample... examples) {
    return subscriber(id, Cadence.INSTANT, "unused").setInterests(interests(examples));
  }

  private static List<Interest> interests(LikedExample... examples) {
    return new ArrayList<>(
        List.of(
            Interest.newBuilder()
                .setInterestId("i-like")
                .setKind(InterestKind.LIKE)
                .setValue("papers like these")
                .setLikes(List.of(examples))
                .build()));
  }

  private static LikedExample example(String title, int x, int y) {
    return new LikedExample(null, title, vector(x, y), 0);
  }

  private static PaperVector vector(int x, int y) {
    return new PaperVector("model", "1", 0.01f, ByteBuffer.wrap(new byte[] {(byte) x, (byte) y}));
  }
}
