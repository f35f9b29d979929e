package io.paperwire.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.notify.matching.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DigestAssemblerTest {

  private static final Instant DUE = Instant.parse("2026-03-02T08:00:00Z");
  private static final DigestOccasion OCCASION =
      new DigestOccasion("s-1", "DAILY", DUE, DigestOrder.USUAL);
  private static final DigestLimits WIDE = new DigestLimits(50, 1_000_000);

  @Test
  void shouldWeighMatchAttentionAndNewness() {
    AssembledDigest digest =
        assemble(
            WIDE,
            waiting("p-new", 0.5, votes(0), DUE, 100),
            waiting("p-voted", 0.5, votes(20), DUE.minus(Duration.ofDays(2)), 100),
            waiting("p-matching", 1.0, votes(60), DUE.minus(Duration.ofDays(4)), 100));

    assertThat(digest.papers())
        .extracting(RankedPaper::paperId)
        .containsExactly("p-matching", "p-voted", "p-new");
    assertThat(digest.papers().get(0).score()).isCloseTo(0.7 + 0.15 + 0.025, within(1e-12));
    assertThat(digest.papers().get(1).score()).isCloseTo(0.35 + 0.1 + 0.05, within(1e-12));
    assertThat(digest.papers().get(2).score()).isCloseTo(0.35 + 0.0 + 0.1, within(1e-12));
    assertThat(digest.leftOver()).isEmpty();
  }

  @Test
  void shouldLetSomethingElseStandBeforeAnotherVersionOfOneIdea() {
    List<WaitingPaper> waiting =
        List.of(
            meaning("p-best", 0.9, 100, 0),
            meaning("p-again", 0.88, 100, 2),
            meaning("p-and-again", 0.86, 100, -3),
            meaning("p-other", 0.7, 20, 100));

    assertThat(ids(waiting, DigestOrder.USUAL))
        .containsExactly("p-best", "p-other", "p-again", "p-and-again");
    assertThat(ids(waiting, new DigestOrder(1, 1, 1, 0, 1)))
        .containsExactly("p-best", "p-again", "p-and-again", "p-other");
    assertThat(ids(waiting, new DigestOrder(1, 1, 1, 0.25, 1)))
        .containsExactly("p-best", "p-again", "p-and-again", "p-other");
  }

  @Test
  void shouldNotHoldAgainstPapersThatTheyAreOfOneField() {
    // cosine 0.6
    List<WaitingPaper> waiting = List.of(meaning("p-1", 0.9, 100, 0), meaning("p-2", 0.8, 60, 80));

    AssembledDigest digest = new DigestAssembler(WIDE).assemble(OCCASION, waiting);

    assertThat(digest.papers().get(1).score()).isCloseTo(0.7 * 0.8 + 0.1, within(1e-12));
  }

  @Test
  void shouldCallAPaperThatIsThereTwiceLessByThreeTenths() {
    List<WaitingPaper> waiting = List.of(meaning("p-1", 0.9, 100, 0), meaning("p-2", 0.9, 50, 0));

    AssembledDigest digest = new DigestAssembler(WIDE).assemble(OCCASION, waiting);

    assertThat(digest.papers().get(0).score()).isCloseTo(0.73, within(1e-12));
    assertThat(digest.papers().get(1).score()).isCloseTo(0.43, within(1e-12));
  }

  @Test
  void shouldLetTasteDecideAmongEqualMatches() {
    WaitingPaper liked = taste("p-liked", 0.9);
    WaitingPaper disliked = taste("p-disliked", 0.1);
    WaitingPaper unknown = waiting("p-unknown", 0.7, votes(0), DUE, 100);

    AssembledDigest digest = assemble(WIDE, disliked, unknown, liked);

    assertThat(digest.papers())
        .extracting(RankedPaper::paperId)
        .containsExactly("p-liked", "p-unknown", "p-disliked");
    assertThat(digest.papers().get(0).score())
        .isCloseTo(0.5 * 0.7 + 0.2 * 0.9 + 0.1, within(1e-12));
    assertThat(digest.papers().get(2).score())
        .isCloseTo(0.5 * 0.7 + 0.2 * 0.1 + 0.1, within(1e-12));
  }

  @Test
  void shouldFollowTheSubscribersTilt() {
    WaitingPaper matching = waiting("p-matching", 0.9, votes(0), DUE.minus(Duration.ofDays(2)), 1);
    WaitingPaper voted = waiting("p-voted", 0.5, votes(60), DUE.minus(Duration.ofDays(2)), 1);
    WaitingPaper fresh = waiting("p-fresh", 0.5, votes(0), DUE, 1);
    List<WaitingPaper> waiting = List.of(matching, voted, fresh);

    assertThat(ids(waiting, DigestOrder.USUAL)).containsExactly("p-matching", "p-voted", "p-fresh");
    assertThat(ids(waiting, new DigestOrder(1, 4, 1, 1, 1)))
        .containsExactly("p-voted", "p-matching", "p-fresh");
    assertThat(ids(waiting, new DigestOrder(0, 0, 1, 1, 1)))
        .containsExactly("p-fresh", "p-matching", "p-voted");
    assertThat(ids(waiting, new DigestOrder(0, 0, 0, 0, 1)))
        .containsExactly("p-matching", "p-voted", "p-fresh");
    assertThatThrownBy(() -> new DigestOrder(1, 1, 1, 5, 1))
        .hasMessage("a factor of the order of digests is in [0, 4.0], not 5.0");
  }

  @Test
  void shouldWeighTasteByItself() {
    List<WaitingPaper> waiting =
        List.of(taste("p-liked", 0.5, 0.9), taste("p-disliked", 0.8, 0.1), taste("p-so", 0.7, 0.5));

    assertThat(ids(waiting, DigestOrder.USUAL)).containsExactly("p-so", "p-liked", "p-disliked");
    assertThat(ids(waiting, new DigestOrder(1, 1, 1, 1, 0)))
        .containsExactly("p-disliked", "p-so", "p-liked");
    assertThat(ids(waiting, new DigestOrder(1, 1, 1, 1, 4)))
        .containsExactly("p-liked", "p-so", "p-disliked");
    assertThat(ids(waiting, new DigestOrder(0, 0, 0, 1, 1)))
        .containsExactly("p-liked", "p-so", "p-disliked");
  }

  @Test
  void shouldWeighTasteOnlyWhereItIsKnown() {
    WaitingPaper fresh = waiting("p-fresh", 0.5, votes(0), DUE, 1);
    WaitingPaper matching = waiting("p-matching", 0.9, votes(0), DUE.minus(Duration.ofDays(2)), 1);

    assertThat(ids(List.of(fresh, matching), new DigestOrder(0, 1, 1, 1, 4)))
        .containsExactly("p-fresh", "p-matching");
  }

  @Test
  void shouldNotFallBackToWhatIsSwitchedOffForAPaperOfUnknownTaste() {
    WaitingPaper unknown = waiting("p-unknown", 0.9, votes(60), DUE, 1);
    List<WaitingPaper> waiting =
        List.of(taste("p-liked", 0.5, 0.7), unknown, taste("p-disliked", 0.8, 0.2));

    assertThat(ids(waiting, new DigestOrder(0, 0, 0, 1, 1)))
        .containsExactly("p-liked", "p-unknown", "p-disliked");
  }

  private static List<String> ids(List<WaitingPaper> waiting, DigestOrder order) {
    return new DigestAssembler(WIDE)
        .assemble(new DigestOccasion("s-1", "DAILY", DUE, order), waiting).papers().stream()
            .map(RankedPaper::paperId)
            .toList();
  }

  /** A paper of which neither meaning nor taste is known. */
  private static WaitingPaper waiting(
      String id, double match, Attention attention, Instant firstSeenAt, int bytes) {
    return new WaitingPaper(
        id, match, OptionalDouble.empty(), attention, firstSeenAt, bytes, Optional.empty());
  }

  private static WaitingPaper meaning(String id, double match, int x, int y) {
    Meaning meaning =
        Meaning.of("model", "1", new Int8Vector(0.01f, new byte[] {(byte) x, (byte) y}));
    return new WaitingPaper(
        id, match, OptionalDouble.empty(), votes(0), DUE, 100, Optional.of(meaning));
  }

  private static WaitingPaper taste(String id, double taste) {
    return taste(id, 0.7, taste);
  }

  private static WaitingPaper taste(String id, double match, double taste) {
    return new WaitingPaper(
        id, match, OptionalDouble.of(taste), votes(0), DUE, 100, Optional.empty());
  }

  @Test
  void shouldPutWhatTrendsNowAboveWhatOnceDid() {
    Instant longAgo = DUE.minus(Duration.ofDays(20));
    Attention once = new Attention(1_000, 1_000, longAgo, Duration.ofDays(2));
    Attention now = new Attention(30, 30, DUE, Duration.ofDays(2));

    AssembledDigest digest =
        assemble(
            WIDE, waiting("p-once", 0.5, once, longAgo, 1), waiting("p-now", 0.5, now, longAgo, 1));

    assertThat(digest.papers()).extracting(RankedPaper::paperId).containsExactly("p-now", "p-once");
  }

  @Test
  void shouldNotRankAPaperOfTheFutureAboveANewOne() {
    AssembledDigest digest =
        assemble(WIDE, waiting("p-1", 1, votes(0), DUE.plus(Duration.ofDays(9)), 100));

    assertThat(digest.papers().getFirst().score()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void shouldPutTheNewerFirstAmongEqualsAndThenGoById() {
    Instant longAgo = DUE.minus(Duration.ofDays(20_000)); // newness has become nothing
    AssembledDigest digest =
        assemble(
            WIDE,
            waiting("p-b", 0.5, votes(0), longAgo, 100),
            waiting("p-a", 0.5, votes(0), longAgo, 100),
            waiting("p-newer", 0.5, votes(0), longAgo.plusMillis(1), 100));

    assertThat(digest.papers())
        .extracting(RankedPaper::paperId)
        .containsExactly("p-newer", "p-a", "p-b");
  }

  @Test
  void shouldLeaveOverWhatExceedsTheNumberOfItems() {
    AssembledDigest digest =
        assemble(
            new DigestLimits(2, 1_000_000),
            paper("p-1", 0.9),
            paper("p-2", 0.8),
            paper("p-3", 0.7));

    assertThat(digest.papers()).extracting(RankedPaper::paperId).containsExactly("p-1", "p-2");
    assertThat(digest.leftOver()).containsExactly("p-3");
  }

  @Test
  void shouldLeaveOverWhatExceedsTheBytesOfOneRecord() {
    AssembledDigest digest =
        assemble(
            new DigestLimits(50, 250), paper("p-1", 0.9), paper("p-2", 0.8), paper("p-3", 0.7));

    assertThat(digest.papers()).extracting(RankedPaper::paperId).containsExactly("p-1", "p-2");
    assertThat(digest.leftOver()).containsExactly("p-3");
  }

  @Test
  void shouldTakeTheBestPaperHoweverLargeItIs() {
    AssembledDigest digest =
        assemble(new DigestLimits(50, 1), paper("p-1", 0.9), paper("p-2", 0.8));

    assertThat(digest.papers()).extracting(RankedPaper::paperId).containsExactly("p-1");
    assertThat(digest.leftOver()).containsExactly("p-2");
  }

  @Test
  void shouldLoseNothingWhateverTheOrderAndTheLimits() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<WaitingPaper> waiting = new ArrayList<>();
      int count = 1 + random.nextInt(80);
      for (int i = 0; i < count; i++) {
        waiting.add(
            waiting(
                "p-" + i,
                random.nextInt(5) / 4.0,
                votes(random.nextInt(3)),
                DUE.minus(Duration.ofHours(random.nextInt(48))),
                random.nextInt(400)));
      }
      DigestAssembler assembler =
          new DigestAssembler(new DigestLimits(1 + random.nextInt(50), 1 + random.nextInt(20_000)));

      AssembledDigest digest = assembler.assemble(OCCASION, waiting);
      Collections.shuffle(waiting, random);

      assertThat(
              Stream.concat(
                  digest.papers().stream().map(RankedPaper::paperId), digest.leftOver().stream()))
          .containsExactlyInAnyOrderElementsOf(
              waiting.stream().map(WaitingPaper::paperId).toList());
      assertThat(assembler.assemble(OCCASION, waiting)).isEqualTo(digest);
    }
  }

  @Test
  void shouldNameADigestByWhatItSaysAndToWhom() {
    String id = assemble(WIDE, paper("p-1", 0.9), paper("p-2", 0.8)).digestId();

    assertThat(id).isEqualTo("1e9e77db283196c508ad5fe135d0599a");
    assertThat(assemble(WIDE, paper("p-2", 0.9), paper("p-1", 0.8)).digestId()).isEqualTo(id);
    assertThat(assemble(WIDE, paper("p-1", 0.9)).digestId()).isNotEqualTo(id);
    assertThat(idFor(new DigestOccasion("s-2", "DAILY", DUE, DigestOrder.USUAL))).isNotEqualTo(id);
    assertThat(idFor(new DigestOccasion("s-1", "WEEKLY", DUE, DigestOrder.USUAL))).isNotEqualTo(id);
    assertThat(idFor(new DigestOccasion("s-1", "DAILY", DUE.plusMillis(1), DigestOrder.USUAL)))
        .isNotEqualTo(id);
    assertThat(idFor(new DigestOccasion("s-1D", "AILY", DUE, DigestOrder.USUAL))).isNotEqualTo(id);
  }

  @Test
  void shouldRefuseAnEmptyDigest() {
    assertThatThrownBy(() -> assemble(WIDE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no paper waits for s-1: there is no digest to make");
  }

  @Test
  void shouldRefuseFiguresThatMakeNoSense() {
    assertThatThrownBy(() -> paper("p-1", 1.5)).hasMessage("p-1: a match is in [0, 1], not 1.5");
    assertThatThrownBy(() -> new DigestLimits(0, 1))
        .hasMessage("a digest holds at least one paper, not 0");
    assertThatThrownBy(() -> new DigestLimits(1, 0))
        .hasMessage("a digest takes at least one byte, not 0");
  }

  private static String idFor(DigestOccasion occasion) {
    return new DigestAssembler(WIDE)
        .assemble(occasion, List.of(paper("p-1", 0.9), paper("p-2", 0.8)))
        .digestId();
  }

  private static AssembledDigest assemble(DigestLimits limits, WaitingPaper... papers) {
    return new DigestAssembler(limits).assemble(OCCASION, List.of(papers));
  }

  /** Votes whose rate is half their number when the digest is due. */
  private static Attention votes(int count) {
    return new Attention(count, count / 2.0, DUE, Duration.ofDays(2));
  }

  private static WaitingPaper paper(String id, double match) {
    return waiting(id, match, votes(0), DUE, 100);
  }
}
