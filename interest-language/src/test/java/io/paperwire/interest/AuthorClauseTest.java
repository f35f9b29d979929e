package io.paperwire.interest;

import static io.paperwire.interest.Readings.parsed;
import static io.paperwire.interest.Readings.refused;
import static io.paperwire.interest.Readings.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Author;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code au:} takes, and what it refuses. */
final class AuthorClauseTest {

  @Test
  void shouldReadAuthorsAndOrcids() {
    assertThat(parsed("au:\"M\u00FCller, J\u00F6rg\""))
        .isEqualTo(new Author("M\u00FCller, J\u00F6rg"));
    assertThat(parsed("au:0000-0002-1825-0097")).isEqualTo(new Clause.Orcid("0000-0002-1825-0097"));
    assertThat(parsed("au:0000-0002-1694-233x")).isEqualTo(new Clause.Orcid("0000-0002-1694-233X"));
    assertThat(parsed("au:\"https://orcid.org/0000-0002-1825-0097\" graph"))
        .isEqualTo(parsed("au:0000-0002-1825-0097 graph"));
  }

  @Test
  void shouldTakeForAPersonWhatIsWrittenLikeAnOrcid() {
    assertThat(Clause.byAuthor("ORCID: 0000000218250097"))
        .isEqualTo(new Clause.Orcid("0000-0002-1825-0097"));
    assertThat(Clause.byAuthor("Ada Lovelace")).isEqualTo(new Author("Ada Lovelace"));
  }

  @Test
  void shouldPointToQuotationMarksWhereANameMayGoOn() {
    assertThat(refused("au:J\u00F6rg M\u00FCller"))
        .isEqualTo(
            new SyntaxError(
                8,
                "'M\u00FCller' may belong to the name 'J\u00F6rg' or be a word",
                "quotation marks around the whole name, as in au:\"J\u00F6rg M\u00FCller\", or AND"
                    + " between name and word"));
    assertThat(parsed("au:M\u00FCller graph")).isEqualTo(parsed("au:M\u00FCller AND graph"));
    assertThat(parsed("au:M\u00FCller AND Graph"))
        .isEqualTo(new All(List.of(new Author("M\u00FCller"), words("Graph"))));
    assertThat(parsed("au:\"M\u00FCller\" Graph")).isEqualTo(parsed("au:M\u00FCller AND Graph"));
    assertThat(parsed("au:0000-0002-1825-0097 Graph")).isInstanceOf(All.class);
    assertThat(parsed("au:M\u00FCller ti:Graph")).isInstanceOf(All.class);
    assertThat(parsed("au:m\u00FCller ti:graph")).isInstanceOf(All.class);
    assertThat(parsed("au:m\u00FCller trending")).isInstanceOf(All.class);
    assertThat(parsed("au:(ada OR charles)")).isInstanceOf(Any.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          au:-a                    | 3  | 'au:' has no value
          au:123                   | 3  | '123' has no letter
          au:0000-0002-1825-0098   | 3  | the ORCID iD '0000-0002-1825-0098' is mistyped
          au:(M\u00FCll* OR x)      | 8  | '*' has no meaning here
          au:(Ada Lovelace)        | 8  | 'Lovelace' may belong to the name 'Ada' or be a word
          au:J. Mueller            | 6  | 'Mueller' may belong to the name 'J.' or be a word
          au:Laurens van Maaten    | 11 | 'van' may belong to the name 'Laurens' or be a word
          au:mueller, karl         | 12 | 'karl' may belong to the name 'mueller,' or be a word
          au:ada lovelace          | 7  | 'lovelace' may belong to the name 'ada' or be a word
          au:\u5C71\u7530 \u592A\u90CE | 6  | '\u592A\u90CE' may belong to the name '\u5C71\u7530' or be a word
          au:ada or babbage        | 7  | 'or' may be a word or the operator
          """)
  void shouldNameThePlaceOfAMistake(String text, int position, String problem) {
    assertThat(refused(text))
        .satisfies(
            error -> assertThat(error.problem()).isEqualTo(problem),
            error -> assertThat(error.position()).isEqualTo(position),
            error -> assertThat(error.expected()).isNotBlank());
  }
}
