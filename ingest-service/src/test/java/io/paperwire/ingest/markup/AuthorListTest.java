package io.paperwire.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AuthorListTest {

  private static RecordedAuthor author(String name) {
    return RecordedAuthor.named(name);
  }

  private static RecordedAuthor author(String name, String affiliation) {
    return new RecordedAuthor(name, Optional.of(affiliation));
  }

  @Test
  void shouldSplitAtCommas() {
    assertThat(AuthorList.parse("Ada Lovelace, J\\\"org Deigm\\\"oller,  Bo Du"))
        .containsExactly(author("Ada Lovelace"), author("Jörg Deigmöller"), author("Bo Du"));
  }

  @Test
  void shouldKeepCommasOfAffiliationsTogether() {
    assertThat(
            AuthorList.parse(
                "Jane Roe (Dept. of Physics, MIT, Cambridge), John Poe (ETH (Zurich), EPFL), Al"
                    + " Li"))
        .containsExactly(
            author("Jane Roe", "Dept. of Physics, MIT, Cambridge"),
            author("John Poe", "ETH (Zurich), EPFL"),
            author("Al Li"));
  }

  @Test
  void shouldResolveNumberedAffiliations() {
    assertThat(AuthorList.parse("A. Roe (1), B. Poe (1 and 2) ((1) MIT, (2) ETH, Zurich)"))
        .containsExactly(author("A. Roe", "MIT"), author("B. Poe", "MIT; ETH, Zurich"));
  }

  @Test
  void shouldLoseNoAuthorBehindABracketThatNothingCloses() {
    assertThat(AuthorList.parse("Jane Roe (MIT, John Poe"))
        .containsExactly(author("Jane Roe"), author("John Poe"));
  }

  @Test
  void shouldKeepSuffixesWithTheirPerson() {
    assertThat(AuthorList.parse("Martin King, Jr., Henry Ford, III"))
        .containsExactly(author("Martin King, Jr."), author("Henry Ford, III"));
  }

  @Test
  void shouldSplitTheLastTwo() {
    assertThat(AuthorList.parse("Ada Lovelace and Alan Turing"))
        .containsExactly(author("Ada Lovelace"), author("Alan Turing"));
    assertThat(AuthorList.parse("A. Roe, B. Poe, and C. Doe, et al."))
        .containsExactly(author("A. Roe"), author("B. Poe"), author("C. Doe"));
  }

  @Test
  void shouldNotTakePunctuationForAPerson() {
    assertThat(AuthorList.parse("X Collaboration, :, A. Roe, -, B. Poe, ..."))
        .containsExactly(author("X Collaboration"), author("A. Roe"), author("B. Poe"));
  }

  @Test
  void shouldReadAListThatIsBrokenIntoLines() {
    assertThat(
            AuthorList.parse(
                """
                J\\'er\\^ome Roe
                  (1, 2), the
                  Ex-Periment Collaboration (2) ((1) Univ. of X,
                  Y; (2) Z)\
                """))
        .containsExactly(
            author("Jérôme Roe", "Univ. of X, Y; Z"), author("the Ex-Periment Collaboration", "Z"));
  }

  @Test
  void shouldReadWhatIsWrittenToBreakIt() {
    assertThat(AuthorList.parse("A. Roe (1" + ",1".repeat(50_000) + ") ((1) MIT)")).hasSize(1);
    assertThat(AuthorList.parse("A. Roe " + "(".repeat(100_000) + ", B. Poe"))
        .extracting(RecordedAuthor::name)
        .containsExactly("A. Roe", "B. Poe");
  }

  @Test
  void shouldFindNobodyInNothing() {
    assertThat(AuthorList.parse("  ")).isEqualTo(List.of());
  }
}
