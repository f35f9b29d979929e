package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownFormsTest {

  /** Many more words than there are places, so that all of them give way to others. */
  private static final int WORDS = 100_000;

  private final KnownForms forms = new KnownForms();

  @Test
  void shouldGiveEachWordItsOwnFormHoweverManyShareAPlace() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> rounds =
          IntStream.range(0, 4).mapToObj(_ -> threads.submit(this::wrong)).toList();
      for (Future<Integer> round : rounds) {
        assertThat(round.get()).isZero();
      }
    }
  }

  @Test
  void shouldFindTheSameFormAgain() {
    assertThat(form("of Graphs and graphs", 3, 9)).isSameAs(form("Graphs", 0, 6));
    assertThat(form("graphs", 0, 6)).isEqualTo("graphs!");
    assertThat(form("Graphs", 0, 5)).isEqualTo("Graph!");
  }

  @Test
  void shouldMakeTheFormOfALongWordEachTime() {
    String word = "a".repeat(100);

    assertThat(form(word, 0, 100)).isEqualTo(word + "!").isNotSameAs(form(word, 0, 100));
  }

  private int wrong() {
    int wrong = 0;
    for (int i = 0; i < WORDS; i++) {
      String word = "w" + i;
      String text = "a " + word + " b";
      if (!form(text, 2, 2 + word.length()).equals(word + "!")) {
        wrong++;
      }
    }
    return wrong;
  }

  private String form(String text, int start, int end) {
    return forms.of(text, start, end, (from, to) -> text.substring(from, to) + "!").form();
  }
}
