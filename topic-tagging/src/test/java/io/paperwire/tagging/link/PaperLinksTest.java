package io.paperwire.tagging.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaperLinksTest {

  private static final String ID = "file:a-paper";

  @Test
  void shouldFindTheCodeThatATextNames() {
    assertThat(links(List.of(), "Code: https://github.com/ada/engine."))
        .containsExactly(new PaperLink("code", "https://github.com/ada/engine"))
        .allMatch(PaperLink::isCode);
    assertThat(links(List.of(), "Code at gitlab.com/ada/notes"))
        .containsExactly(new PaperLink("code", "https://gitlab.com/ada/notes"));
    assertThat(links(List.of(), "See https://ada.github.io/engine.")).noneMatch(PaperLink::isCode);
    assertThat(links(List.of(), "Code at https://github.com/ada/my\\_engine\\#use."))
        .containsExactly(new PaperLink("code", "https://github.com/ada/my_engine#use"));
    assertThat(links(List.of(), "We say nothing of code.")).isEmpty();
  }

  @Test
  void shouldLetASourceSayWhatAnAddressIs() {
    PaperLink given = new PaperLink("project", "https://github.com/ada/engine");

    assertThat(links(List.of(given), "Code: github.com/Ada/engine")).containsExactly(given);
  }

  @ParameterizedTest
  @CsvSource({
    "code, https://anonymous.4open.science/r/engine-1DA1",
    "code, https://gist.github.com/ada/05a92e",
    "code, https://gitlab.example.edu/ada/engine",
    "data, https://doi.org/10.5281/zenodo.15101686",
    "data, http://dx.doi.org/10.5061/dryad.abc",
    "data, https://doi.org/10.7910/DVN/IKLZOJ",
    "data, https://osf.io/bpjq5",
    "data, https://springernature.figshare.com/articles/cells/5005289",
    "data, https://dataverse.harvard.edu/dataverse/cells",
    "data, https://www.kaggle.com/datasets/ada/cells",
    "data, https://huggingface.co/datasets/ada/cells",
    "data, https://hf.co/datasets/ada/cells",
    "project, https://huggingface.co/ada/engine",
    "project, https://www.kaggle.com/competitions/cells",
    "project, https://github.com.example.org/ada",
  })
  void shouldKnowByItsPlaceWhatAnAddressInATextIs(String rel, String url) {
    assertThat(links(List.of(), "See " + url + ".")).containsExactly(new PaperLink(rel, url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://doi.org/10.1080/02664763.2018.1455814",
        "http://dx.doi.org/10.1016/j.scijus.2015.06.008",
        "https://doi.org/10.48550/arXiv.1504.01369",
        "https://arxiv.org/abs/1504.01369",
        "https://www.arxiv.org/pdf/1504.01369v2",
        "https://github",
        "https://github$.$com/ada/engine",
      })
  void shouldTakeNeitherAnotherPaperNorABrokenAddressForALink(String url) {
    assertThat(links(List.of(), "The earlier part is " + url + ".")).isEmpty();
  }

  @Test
  void shouldFindAHundredLinksAtMostAndKeepAllThatSourcesGive() {
    List<PaperLink> given =
        IntStream.range(0, 99)
            .mapToObj(number -> new PaperLink("project", "https://example.org/" + number))
            .toList();
    String text = "github.com/ada/0 github.com/ada/1 ".repeat(3);

    assertThat(links(given, text))
        .hasSize(100)
        .contains(new PaperLink("code", "https://github.com/ada/0"));
    assertThat(links(Stream.concat(given.stream(), links(List.of(), text).stream()).toList(), text))
        .hasSize(101);
  }

  @ParameterizedTest
  @CsvSource({
    "See https://en.wikipedia.org/wiki/Set_(abstract) for it",
    "See (https://en.wikipedia.org/wiki/Set_(abstract)).",
    "See [https://en.wikipedia.org/wiki/Set_(abstract)]; so it is",
  })
  void shouldLeaveAnAddressItsOwnBrackets(String text) {
    assertThat(links(List.of(), text))
        .containsExactly(new PaperLink("project", "https://en.wikipedia.org/wiki/Set_(abstract)"));
  }

  @Test
  void shouldTellPathsByTheirCaseExceptAtForgesAndOfDois() {
    assertThat(
            links(List.of(), "See https://bit.ly/AbC and HTTPS://Bit.ly/aBc and http://bit.ly/AbC"))
        .extracting(PaperLink::url)
        .containsExactly("https://bit.ly/AbC", "HTTPS://Bit.ly/aBc");
    assertThat(
            links(List.of(), "Code: https://github.com/Ada/Engine, https://GitHub.com/ada/engine"))
        .hasSize(1);
    assertThat(
            links(
                List.of(),
                "https://doi.org/10.7910/DVN/IKLZOJ and https://doi.org/10.7910/dvn/iklzoj"))
        .hasSize(1);
  }

  @Test
  void shouldTakeNoEndlessHostForALink() {
    assertThat(links(List.of(), "Code is at https://" + "a.".repeat(20_000) + "b here.")).isEmpty();
    assertThat(links(List.of(), "See https://" + "a.".repeat(126) + "b/c for it.")).hasSize(1);
    assertThat(links(List.of(), "See https://" + "a.".repeat(127) + "b/c for it.")).isEmpty();
  }

  @Test
  void shouldKnowThePublishedWorkByItsDoiHoweverTheTextWritesIt() {
    String text = "Published: http://dx.doi.org/10.1000/X.1. Data: https://doi.org/10.1000/x.2";

    assertThat(PaperLinks.of(ID, Optional.of("10.1000/x.1"), List.of(), List.of(text)))
        .containsExactly(new PaperLink("published", "http://dx.doi.org/10.1000/X.1"));
    assertThat(PaperLinks.of("doi:10.1000/x.1", Optional.empty(), List.of(), List.of(text)))
        .containsExactly(new PaperLink("published", "https://doi.org/10.1000/x.1"));
  }

  @Test
  void shouldNameAPaperOfArxivOnceWhateverItsTextSaysOfIt() {
    assertThat(
            PaperLinks.of(
                "arxiv:1412.3701",
                Optional.empty(),
                List.of(),
                List.of("A corrected version of https://arxiv.org/abs/1412.3701v4.")))
        .containsExactly(new PaperLink("abstract", "https://arxiv.org/abs/1412.3701"));
  }

  private static List<PaperLink> links(List<PaperLink> given, String text) {
    return PaperLinks.of(ID, Optional.empty(), given, List.of(text));
  }
}
