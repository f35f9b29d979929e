package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.exceptions.HttpStatusException;
import org.junit.jupiter.api.Test;

final class FormFieldsTest {

  @Test
  void shouldDecodeFieldsAndKeepRepeatedOnes() {
    FormFields fields =
        FormFields.parse("topics=robotics&topics=vision&address=+J%C3%B6rg%2B1%40example.org+");
    assertThat(fields.all("topics")).containsExactly("robotics", "vision");
    assertThat(fields.text("address")).isEqualTo("Jörg+1@example.org");
    assertThat(fields.text("missing")).isEmpty();
    assertThat(fields.all("missing")).isEmpty();
  }

  @Test
  void shouldSplitListsAtCommasSemicolonsAndLines() {
    assertThat(FormFields.parse("phrases=dark+matter%2C%0D%0A+axions+%3B%3B").list("phrases"))
        .containsExactly("dark matter", "axions");
  }

  @Test
  void shouldLeaveANameWholeThatIsWrittenWithAComma() {
    assertThat(FormFields.parse("authors=Lovelace%2C+Ada").names("authors"))
        .containsExactly("Lovelace, Ada");
    assertThat(
            FormFields.parse("authors=Lovelace%2C+Ada+%3B%0D%0A+Alan+Turing%2C+Grace+Hopper%3B")
                .names("authors"))
        .containsExactly("Lovelace, Ada", "Alan Turing", "Grace Hopper");
  }

  @Test
  void shouldSeparateChineseNamesAtCommas() {
    assertThat(FormFields.parse("authors=王伟, 李娜%0ABengio%0AHinton").names("authors"))
        .containsExactly("王伟", "李娜", "Bengio", "Hinton");
  }

  @Test
  void shouldNotTearApartWhatStoodInTheForm() {
    FormFields fields =
        FormFields.parse(
            "phrases=graphs, and trees%0D%0Adark matter, axions&phrases-whole=graphs, and trees");

    assertThat(fields.list("phrases"))
        .containsExactly("graphs, and trees", "dark matter", "axions");
    assertThat(FormFields.wholes(fields.list("phrases"))).containsExactly("graphs, and trees");
  }

  @Test
  void shouldReadThePapersThatAFieldNamesHoweverTheyAreListed() {
    assertThat(
            FormFields.parse(
                    "papers=arXiv%3A+2410.01234+[cs.CL]%0D%0A2410.01235%2C2410.01236%3B+and"
                        + "%0A10.1002/(SICI)1097%3B2-2%2C+%3Chttps%3A//doi.org/10.1/a%3E")
                .papers("papers"))
        .containsExactly(
            "2410.01234",
            "2410.01235",
            "2410.01236",
            "10.1002/(SICI)1097;2-2",
            "https://doi.org/10.1/a");
    assertThat(FormFields.parse("papers=+%2C").papers("papers")).isEmpty();
    String commas = ",".repeat(250_000);
    assertThat(FormFields.parse("papers=10.1/x" + commas + "y").papers("papers"))
        .containsExactly("10.1/x" + commas + "y");
  }

  @Test
  void shouldTakeAnEmptyBody() {
    assertThat(FormFields.parse("").list("phrases")).isEmpty();
  }

  @Test
  void shouldRefuseBrokenEncoding() {
    assertThatThrownBy(() -> FormFields.parse("address=%zz"))
        .isInstanceOf(HttpStatusException.class);
  }
}
