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
        "Jo Smith | J. O. Smith | INITIALS",
        "B. O. Li | Bo Li | INITIALS",
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
        "King, Jr., Martin Luther | Martin L. King | GIVEN_NAMES",
        "King, Jr., Martin Luther | M. L. King | INITIALS",
        "Smith, J., III | J. Smith | INITIALS",
        "Smith, John, JR | John Smith | GIVEN_NAMES",
        "Ben Poole, Jr. | B. Poole | INITIALS",
        "GE Hinton, Jr. | Geoffrey E. Hinton | INITIALS",
        "Bjørn Ångström | Bjoern Aangstroem | GIVEN_NAMES",
        "Paul Erdős | P. Erdos | INITIALS",
        "O'Brien, Tim | Tim O’Brien | GIVEN_NAMES",
        "Bin Yu | B. Yu | INITIALS",
        "bin yu | Yu, Bin | GIVEN_NAMES",
        "Ben Poole | B. Poole | INITIALS",
        "Poole, Ben | Ben Poole | GIVEN_NAMES",
        "Ben M. Chen | Ben Chen | GIVEN_NAMES",
        "Walter de la Mare | W. Mare | INITIALS",
        "Walter De La Mare | Walter de la Mare | GIVEN_NAMES",
        "Nicolas Le Roux | Le Roux, N. | INITIALS",
        "le Roux | Nicolas Le Roux | FAMILY_NAME",
        "Le Roux, | Nicolas Le Roux | FAMILY_NAME",
        "von Neumann | John von Neumann | FAMILY_NAME",
        "Shalev-Shwartz | Shai Shalev-Shwartz | FAMILY_NAME",
        "Shalev-Shwartz | Shalev-Shwartz, S. | FAMILY_NAME",
        "Shalev‐Shwartz, | Shai Shalev Shwartz | FAMILY_NAME",
        "Shalev-Shwartz | Shalev-Shwartz | GIVEN_NAMES",
        "Shwartz | Shalev-Shwartz | FAMILY_NAME",
        "García Márquez, | Gabriel García Márquez | FAMILY_NAME",
        "Ben-David | Shai Ben-David | FAMILY_NAME",
        "Al-Khwarizmi | Muhammad al-Khwarizmi | FAMILY_NAME",
        "Van der Maaten | Laurens van der Maaten | FAMILY_NAME",
        "Mohammed bin Salman | bin Salman, Mohammed | GIVEN_NAMES",
        "GE Hinton | Geoffrey E. Hinton | INITIALS",
        "GE Hinton | G. E. Hinton | INITIALS",
        "GE Hinton | G. Hinton | INITIALS",
        "GE Hinton | GE HINTON | INITIALS",
        "JP Serre | Jean-Pierre Serre | INITIALS",
        "Serre, JP | J.-P. Serre | INITIALS",
        "MJ Black | Michael J. Black | INITIALS",
        "DE Knuth | Donald E. Knuth | INITIALS",
        "AL Barabási | Albert-László Barabasi | INITIALS",
        "LJP van der Maaten | L. van der Maaten | INITIALS",
        "Smith JR | John R. Smith | INITIALS",
        "Smith, JR | J. R. Smith | INITIALS",
        "John Smith Jr. | John Smith JR | GIVEN_NAMES",
        "JOHN SMITH JR | John Smith | GIVEN_NAMES",
        "LI Wei | Li Wei | INITIALS",
        "LI WEI | Li Wei | GIVEN_NAMES",
        "Yu Li | YU LI | GIVEN_NAMES",
        "MD Hanif Sikder | Md Hanif Sikder | GIVEN_NAMES",
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
        "King, Jr., Martin Luther | J. M. King",
        "J. Müller | K. Mueller",
        "Yann LeCun | Yann LeCroy",
        "Christopher D. Manning | Christopher E. Manning",
        "Mueller | Muller",
        "Ed Hu | Edward J. Hu",
        "Bin Yu | Hao Yu",
        "Di Wu | Da Wu",
        "Ben Poole | Karl Poole",
        "Yu Li | Yang Li",
        "LI WEI | Lin Wei",
        "MJ Black | Karl Black",
        "Smith JR | Karl Smith",
        "Shalev-Shwartz | Shai Shwartz",
        "García Márquez, | Ana Márquez",
        "Bar-Hillel | Boris Hillel",
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
