package io.paperwire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTest {

  @ParameterizedTest
  @CsvSource({
    "2401.01234, arxiv:2401.01234, 2401.01234, 0",
    "2401.01234v2, arxiv:2401.01234, 2401.01234, 2",
    "2401.01234v10, arxiv:2401.01234, 2401.01234, 10",
    "arXiv:2401.01234V3, arxiv:2401.01234, 2401.01234, 3",
    "ARXIV: 0704.0001, arxiv:0704.0001, 0704.0001, 0",
    "1412.9999v1, arxiv:1412.9999, 1412.9999, 1",
    "1501.00001, arxiv:1501.00001, 1501.00001, 0",
    "oai:arXiv.org:2508.13167v1, arxiv:2508.13167, 2508.13167, 1",
    "https://arxiv.org/abs/2401.01234v4, arxiv:2401.01234, 2401.01234, 4",
    "http://www.arxiv.org/pdf/2401.01234v4.pdf, arxiv:2401.01234, 2401.01234, 4",
    "https://export.arxiv.org/abs/hep-th/9901001?context=hep, arxiv:hep-th/9901001, hep-th/9901001,"
        + " 0",
    "arxiv.org/html/2401.01234#S1, arxiv:2401.01234, 2401.01234, 0",
    "hep-th/9901001v2, arxiv:hep-th/9901001, hep-th/9901001, 2",
    "math.GT/0309136, arxiv:math/0309136, math/0309136, 0",
    "cond-mat.mtrl-sci/0703001, arxiv:cond-mat/0703001, cond-mat/0703001, 0",
    "arXiv:astro-ph/0601001, arxiv:astro-ph/0601001, astro-ph/0601001, 0",
    "10.48550/arXiv.2401.01234, arxiv:2401.01234, 2401.01234, 0",
    "https://doi.org/10.48550/ARXIV.hep-th/9901001, arxiv:hep-th/9901001, hep-th/9901001, 0",
    "doi:10.48550/arXiv.2401.01234v2, arxiv:2401.01234, 2401.01234, 2",
    "10.1234/ABC.def, doi:10.1234/abc.def, 10.1234/abc.def, 0",
    "DOI:10.1234/ABC, doi:10.1234/abc, 10.1234/abc, 0",
    "https://doi.org/10.1002/%28SICI%291096, doi:10.1002/(sici)1096, 10.1002/(sici)1096, 0",
    "http://dx.doi.org/10.1000.10/A+b, doi:10.1000.10/a+b, 10.1000.10/a+b, 0",
    "doi.org/10.1234/ABC, doi:10.1234/abc, 10.1234/abc, 0",
    "https://doi.org/10.1234%2Fabc, doi:10.1234/abc, 10.1234/abc, 0",
    "https://doi.org/10.1234/abc?utm_source=rss&x=1, doi:10.1234/abc, 10.1234/abc, 0",
    "https://doi.org/10.1002/3.0.co;2-#, doi:10.1002/3.0.co;2-#, 10.1002/3.0.co;2-#, 0",
    "https://www.doi.org/10.48550/arXiv.2401.01234, arxiv:2401.01234, 2401.01234, 0",
    "https://doi.org/10.48550%2FarXiv.2401.01234v2, arxiv:2401.01234, 2401.01234, 2",
    "seed:model-editing, seed:model-editing, seed:model-editing, 0",
    "http:a, http:a, http:a, 0",
    "42, file:42, 42, 0",
    "1234.5678, file:1234.5678, 1234.5678, 0",
    "foo/9901001, file:foo/9901001, foo/9901001, 0",
    "1301.12345, file:1301.12345, 1301.12345, 0",
    "https://example.org/p/1, file:https://example.org/p/1, https://example.org/p/1, 0",
  })
  void shouldNameThePaper(String raw, String canonical, String key, int version) {
    assertThat(Identity.of("file", raw))
        .isEqualTo(
            new Identity.Named(
                new CanonicalId(canonical),
                key,
                version == 0 ? OptionalInt.empty() : OptionalInt.of(version)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arXiv:9913.12345",
        "arXiv:2401.01234v0",
        "https://arxiv.org/abs/nonsense",
        "10.48550/arXiv.12",
        "doi:nonsense",
        "https://doi.org/10.1234/a%00b",
        "https://doi.org/10.1234/a%0Ab",
        "https://doi.org/10.1234/a%20b",
        "https://doi.org/10.1234/a%C3%28",
        "https://doi.org/10.48550%2FarXiv.12",
        "",
        "   ",
        "a\u0007b",
      })
  void shouldRefuseWhatNamesNothing(String raw) {
    assertThat(Identity.of("file", raw)).isInstanceOf(Identity.Unusable.class);
  }

  @Test
  void shouldSayHowLongAnIdMayBe() {
    assertThat(Identity.of("file", "x".repeat(301)))
        .isEqualTo(new Identity.Unusable("the id has 301 characters, more than 300"));
  }

  @Test
  void shouldFindTheFirstDoiOfSeveral() {
    String old = "10.1002/(sici)1521-3978(199901)47:1/3<1::aid-prop1>3.0.co;2-#";
    assertThat(Doi.firstOf(old)).hasValue(new Doi(old));
    assertThat(Doi.firstOf("10.1234/a;10.1234/b")).hasValue(new Doi("10.1234/a"));
    assertThat(Doi.firstOf("see: 10.1234/a,b, doi:10.1234/c")).hasValue(new Doi("10.1234/a,b"));
    assertThat(Doi.firstOf("10.1234" + ".1".repeat(100_000) + "/a")).isEmpty();
  }

  @Test
  void shouldOrderIdsAsTheyWereGivenOut() {
    assertThat(ArxivId.parse("2508.13167v1").orElseThrow().sequence()).hasValue(250_813_167L);
    assertThat(ArxivId.parse("0704.0001").orElseThrow().sequence()).hasValue(70_400_001L);
    assertThat(ArxivId.parse("hep-th/9901001").orElseThrow().sequence()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2401.01234v2, arxiv:2401.01234, 2",
    "arxiv:1510.0420900000001, arxiv:1510.0420900000001, 0",
    "doi:11.1, doi:11.1, 0",
    "seed:model-editing, seed:model-editing, 0",
    "42, file:42, 0",
    "'  e\u0301tude  1 ', file:\u00e9tude 1, 0",
    "'a\tb', file:a b, 0",
  })
  void shouldNameThePaperOfSomebodysOwnFileByAnyId(String raw, String canonical, int version) {
    assertThat(Identity.ofOwn("file", raw))
        .isEqualTo(
            new Identity.Named(
                new CanonicalId(canonical),
                raw,
                version == 0 ? OptionalInt.empty() : OptionalInt.of(version)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t", "arxiv:24\uD8001"})
  void shouldTakeNoIdForAPaperOfSomebodysOwnFileThatTellsNothing(String raw) {
    assertThat(Identity.ofOwn("file", raw)).isInstanceOf(Identity.Unusable.class);
  }
}
