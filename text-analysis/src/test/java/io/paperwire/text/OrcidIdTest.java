package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrcidIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-0002-1825-0097",
        " https://orcid.org/0000-0002-1825-0097 ",
        "http://orcid.org/0000-0002-1825-0097",
        "orcid.org/0000-0002-1825-0097/",
        "ORCID: 0000-0002-1825-0097",
        "0000000218250097",
      })
  void shouldReadWhatPeopleAndSourcesWrite(String text) {
    assertThat(OrcidId.read(text)).contains(new OrcidId("0000-0002-1825-0097"));
  }

  @Test
  void shouldKnowACheckDigitFromATypo() {
    assertThat(OrcidId.read("0000-0002-1694-233x")).contains(new OrcidId("0000-0002-1694-233X"));
    assertThat(OrcidId.read("0000-0002-1852-0097")).isEmpty();
    assertThat(OrcidId.isMistyped("orcid.org/0000-0002-1852-0097")).isTrue();
    assertThat(OrcidId.isMistyped("0000-0002-1825-0097")).isFalse();
    assertThat(OrcidId.isMistyped("0000-0002-1825")).isFalse();
    assertThat(OrcidId.usualForm("orcid.org/0000-0002-1852-0097")).contains("0000-0002-1852-0097");
    assertThat(OrcidId.usualForm("0000-0002-1825")).isEmpty();
    assertThatThrownBy(() -> new OrcidId("0000-0002-1852-0097"))
        .hasMessage("the ORCID iD '0000-0002-1852-0097' is mistyped");
    assertThatThrownBy(() -> new OrcidId("0000000218250097"))
        .hasMessage("'0000000218250097' is not of the form 0000-0002-1825-0097");
  }
}
