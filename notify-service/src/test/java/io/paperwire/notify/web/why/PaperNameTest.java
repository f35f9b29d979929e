package io.paperwire.notify.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaperNameTest {

  @ParameterizedTest
  @CsvSource({
    "arxiv:2401.01234, arxiv:2401.01234",
    "2401.01234v3, arxiv:2401.01234",
    "https://arxiv.org/abs/2401.01234v2, arxiv:2401.01234",
    "http://www.arxiv.org/pdf/2401.01234.pdf, arxiv:2401.01234",
    "https://arxiv.org/abs/cs.LG/0412020, arxiv:cs/0412020",
    "arxiv.org/abs/2401.01234v1, arxiv:2401.01234",
    "https://arxiv.org/abs/2401.01234?context=cs, arxiv:2401.01234",
    "arXiv: 2401.01234, arxiv:2401.01234",
    "10.48550/arXiv.2401.01234, arxiv:2401.01234",
    "https://doi.org/10.48550/arXiv.2401.01234v2, arxiv:2401.01234",
    "doi.org/10.1234/abc, doi:10.1234/abc",
    "10.1234/ABC, doi:10.1234/abc",
    "https://doi.org/10.1234/abc, doi:10.1234/abc",
    "https://papers.example.org/papers/arxiv:2401.01234, arxiv:2401.01234",
    "https://papers.example.org/papers/doi:10.1002/(sici)15%3C1661::aid%3E3,"
        + " doi:10.1002/(sici)15<1661::aid>3",
    "https://doi.org/10.1002/(SICI)15%3C1661::AID%3E3, doi:10.1002/(sici)15<1661::aid>3",
    "https://doi.org/10.1234/%C3%A9%25a, doi:10.1234/é%a",
    "https://doi.org/10.1234/%ff, doi:10.1234/%ff",
    "10.1234/a%3Cb, doi:10.1234/a%3cb",
    "https://papers.example.org/papers/arxiv:hep-th/9901001, arxiv:hep-th/9901001",
    "HEP-TH/9901001, arxiv:hep-th/9901001",
    "arXiv:Math.AG/0601001v2, arxiv:math/0601001",
    "local:7, local:7",
  })
  void shouldReadIdsAndAddresses(String typed, String id) {
    assertThat(PaperName.id(" " + typed + " ")).contains(id);
    assertThat(PaperName.written(" " + typed + " ")).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dark matter", "Diffusion: a survey", "2401", "arxiv:", "\u8AD6\u6587:1", ""})
  void shouldTakeNoTitleForAnId(String typed) {
    assertThat(PaperName.written(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2503.14649, true",
    "arXiv:2503.14649v1, true",
    "10.1234/abc, true",
    "https://elsewhere.example/a?b=c, true",
    "code:yes, false",
    "local:7, false",
    "10.5, false",
    "see https://arxiv.org, false",
  })
  void shouldTellWhatNamesAPaperAndMeansNothingElse(String typed, boolean isName) {
    assertThat(PaperName.isNothingElse(typed)).isEqualTo(isName);
  }

  @ParameterizedTest
  @CsvSource({
    "arxiv:2503.14649, true",
    "arxiv:9999.00001, false",
    "arxiv:2500.00001, false",
    "arxiv:math.AG/0601001, true",
    "arxiv:hep-th/9913001, false",
    "doi:10.1234/abc, true",
    "local:7, true",
    "https://elsewhere.example/a, false",
    "dark matter, false",
  })
  void shouldTellWhichPaperMayCome(String id, boolean may) {
    assertThat(PaperName.mayCome(id)).isEqualTo(may);
  }

  @Test
  void shouldReadNothingFromNothing() {
    assertThat(PaperName.id("  ")).isEmpty();
    assertThat(PaperName.id("x".repeat(2_000))).isEmpty();
    assertThat(PaperName.id("a\0b")).isEmpty();
    assertThat(PaperName.id("https://doi.org/10.1234/a%00b")).isEmpty();
  }
}
