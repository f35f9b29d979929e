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
        "J. Müller | Jörg Mueller",
        "Müller, Jörg | Jörg Muller",
        "Y. LeCun | Yann LeCun",
        "LeCun | Yann André LeCun",
        "Laurens van der Maaten | L. Van Der Maaten",
        "Laurens van der Maaten | van der Maaten, L.J.P.",
        "Christopher D. Manning | Christopher Manning",
        "Jian-Feng Wu | Jianfeng Wu",
        "J.-P. Serre | Jean-Pierre Serre",
        "García Márquez, Gabriel | Gabriel García Márquez",
        "Martin Luther King, Jr. | Martin L. King",
        "Bjørn Ångström | Bjoern Aangstroem",
        "Paul Erdős | P. Erdos",
        "O'Brien, Tim | Tim O’Brien",
      })
  void shouldAgreeWhereBothMayBeTheSamePerson(String one, String other) {
    assertThat(name(one).agreesWith(name(other))).isTrue();
    assertThat(name(other).agreesWith(name(one))).isTrue();
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
    assertThat(name(one).agreesWith(name(other))).isFalse();
    assertThat(name(other).agreesWith(name(one))).isFalse();
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
