package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places of findings, held against plain lists of the findings themselves. */
final class FindingsTest {

  private static final int SUBSCRIBERS = 30;
  private static final int PAPERS = 12;

  private final Findings findings = new Findings();
  private final List<WaitingFindings> waiting =
      IntStream.range(0, SUBSCRIBERS).mapToObj(_ -> new WaitingFindings(findings)).toList();
  private final List<List<Finding>> expected =
      IntStream.range(0, SUBSCRIBERS).<List<Finding>>mapToObj(_ -> new ArrayList<>()).toList();
  private final List<AwaitedPaper> papers =
      IntStream.range(0, PAPERS).mapToObj(i -> new AwaitedPaper("arxiv:" + i)).toList();

  @Test
  void shouldListWhatWaitsInItsOrderWhateverWasRemovedBefore() {
    Random random = new Random(7);
    for (long number = 1; number <= 2_000; number++) {
      add(new Finding(number, papers.get(random.nextInt(PAPERS)), Instant.EPOCH, false), random);
      int someone = random.nextInt(SUBSCRIBERS);
      long upTo = number - random.nextInt(60);
      boolean some = expected.get(someone).removeIf(each -> each.number() <= upTo);
      assertThat(waiting.get(someone).removeIf(each -> each.number() <= upTo)).isEqualTo(some);
      assertThat(waiting.get(someone)).isEqualTo(expected.get(someone));
    }
    assertThat(waiting).isEqualTo(expected);
  }

  @Test
  void shouldLetAPaperWaitAsLongAsOneOfItsFindingsDoes() {
    Random random = new Random(8);
    for (long number = 1; number <= 500; number++) {
      add(new Finding(number, papers.get(random.nextInt(PAPERS)), Instant.EPOCH, false), random);
      AwaitedPaper ended = papers.get(random.nextInt(PAPERS));
      for (int i = 0; i < SUBSCRIBERS; i++) {
        expected.get(i).removeIf(each -> each.paper().equals(ended));
        waiting.get(i).removeIf(each -> each.paper().equals(ended));
      }
      assertThat(papers.stream().filter(paper -> !paper.waitsForNobody()))
          .hasSameElementsAs(
              expected.stream().flatMap(List::stream).map(Finding::paper).distinct().toList());
    }
  }

  @Test
  void shouldGiveAPlaceAwayAgainOnceNobodyWaits() {
    WaitingFindings someone = waiting.getFirst();
    int first = findings.place(finding(1));
    someone.await(first);
    int second = findings.place(finding(2));
    someone.await(second);

    someone.removeIf(each -> each.number() == 1);

    assertThat(findings.place(finding(3))).isEqualTo(first);
    assertThat(someone).extracting(Finding::number).containsExactly(2L);
  }

  private Finding finding(long number) {
    return new Finding(number, papers.getFirst(), Instant.EPOCH, false);
  }

  /** At least one subscriber waits for it. */
  private void add(Finding finding, Random random) {
    int place = findings.place(finding);
    int first = random.nextInt(SUBSCRIBERS);
    for (int i = 0; i < SUBSCRIBERS; i++) {
      if (i == first || random.nextInt(4) == 0) {
        waiting.get(i).await(place);
        expected.get(i).add(finding);
      }
    }
  }
}
