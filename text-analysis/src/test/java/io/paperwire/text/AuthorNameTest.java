package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "J. Müller | Jörg Mueller | INITIALS",
        "Müller, Jörg | Jörg Muller | GIVEN_NAMES",
        "Y. LeCun | Yann LeCun | INITIALS",
        "Y. LeCun | Y. LeCun | INITIALS",
        "LeCun | Yann André LeCun | FAMILY_NAME",
        "Plato | Plato | GIVEN_NAMES",
        "Laurens van der Maaten | L. Van Der Maaten | INITIALS",
        "Laurens van der Maaten | van der Maaten, L.J.P. | INITIALS",
        "Christopher D. Manning | Christopher Manning | GIVEN_NAMES",
        "J. Robert Oppenheimer | Julius Robert Oppenheimer | GIVEN_NAMES",
        "Jian-Feng Wu | Jianfeng Wu | GIVEN_NAMES",
        "J.-P. Serre | Jean-Pierre Serre | INITIALS",
        "J.-P. Serre | J. P. Serre | INITIALS",
        "García Márquez, Gabriel | Gabriel García Márquez | GIVEN_NAMES",
        "Martin Luther King, Jr. | Martin L. King | GIVEN_NAMES",
        "Bjørn Ångström | Bjoern Aangstroem | GIVEN_NAMES",
        "Paul Erdős | P. Erdos | INITIALS",
        "O'Brien, Tim | Tim O’Brien | GIVEN_NAMES",
      })
  void shouldTellHowMuchAgreesWhereBothMayBeTheSamePerson(
      String one, String other, AuthorName.Agreement agreement) {
    assertThat(name(one).agreementWith(name(other))).isEqualTo(agreement);
    assertThat(name(other).agreementWith(name(one))).isEqualTo(agreement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jörg Müller | Karl Müller",
        "J. Müller | K. Mueller",
        "Yann LeCun | Yann LeCroy",
        "Christopher D. Manning | Christopher E. Manning",
        "Mueller | Muller",
        "Ed Hu | Edward J. Hu",
      })
  void shouldTellPersonsApart(String one, String other) {
    assertThat(name(one).agreementWith(name(other))).isEqualTo(AuthorName.Agreement.NONE);
    assertThat(name(other).agreementWith(name(one))).isEqualTo(AuthorName.Agreement.NONE);
  }

  @Test
  void shouldOfferEveryFormOfTheFamilyNameForLookup() {
    assertThat(name("Jörg Müller").familyKeys()).containsExactlyInAnyOrder("muller", "mueller");
    assertThat(name("Mueller, J.").familyKeys()).containsExactly("mueller");
  }

  @Test
  void shouldReadNoNameFromPunctuation() {
    assertThat(AuthorName.of(" . ")).isEmpty();
  }

  private static AuthorName name(String text) {
    return AuthorName.of(text).orElseThrow();
  }
}
