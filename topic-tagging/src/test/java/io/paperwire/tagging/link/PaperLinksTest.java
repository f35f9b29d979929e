package io.paperwire.tagging.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(links(List.of(), "We say nothing of code.")).isEmpty();
  }

  @Test
  void shouldLetASourceSayWhatAnAddressIs() {
    PaperLink given = new PaperLink("project", "https://github.com/ada/engine");

    assertThat(links(List.of(given), "Code: github.com/Ada/engine")).containsExactly(given);
  }

  private static List<PaperLink> links(List<PaperLink> given, String text) {
    return PaperLinks.of(ID, given, List.of(text));
  }
}
