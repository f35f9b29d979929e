package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrcidIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-0002-1825-0097",
        " https://orcid.org/0000-0002-1825-0097 ",
        "orcid.org/0000-0002-1825-0097/",
        "ORCID: 0000-0002-1825-0097",
        "0000000218250097",
      })
  void shouldReadWhatPeopleWrite(String text) {
    assertThat(OrcidId.read(text)).contains("0000-0002-1825-0097");
  }

  @Test
  void shouldKnowACheckCharacterFromATypo() {
    assertThat(OrcidId.read("0000-0002-1694-233x")).contains("0000-0002-1694-233X");
    assertThat(OrcidId.read("0000-0002-1825-0098")).isEmpty();
    assertThat(OrcidId.read("0000-0002-1852-0097")).isEmpty();
    assertThat(OrcidId.read("0000-0002-1825")).isEmpty();
    assertThat(OrcidId.read("")).isEmpty();
  }
}
