package io.paperwire.enrich.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Abstracts with a bar between their sentences, and none where a dot is no end. */
final class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The loss falls (Fig. 4.09). | We explain why.",
        "It gains (3.81 vs. 4.09). | We explain why.",
        "It gains [cf. Smith 2020] at once. | We explain why.",
        "Roe et al. (2020) show this. | Du et al. Nature 5 does not.",
        "We build on Roe et al. | We go further.",
        "Some, i.e., x and y, hold, e.g. X and others. | We do not.",
        "See No. 5 of the list. | Is it so? | No. | It is not.",
        "It takes approx. 3 days. | It costs ca. 40 dollars.",
        "We follow Sec. 3 and Eq. (7), w.r.t. $x$. | It holds.",
        "J. A. Smith and the U.S. Census agree. | So does the U.S. | We do not.",
        "Data are i.i.d. Gaussian. | Noise is not i.i.d. | The bound holds.",
        "Tables, texts, etc. | Each has its own model.",
        "A scan of Vol. 12, pp. 3 to 9, was read. | It was long.",
        "It reads \"Go on.\" | Then it stops.",
        "$x$ is small. | $y$ is not.",
      })
  void shouldEndWhereASentenceEnds(String marked) {
    String text = marked.replace(" | ", " ");

    List<String> sentences =
        Sentences.of(text).stream().map(sentence -> sentence.in(text)).toList();

    assertThat(String.join(" | ", sentences)).isEqualTo(marked);
  }
}
