package io.paperwire.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.library.Library.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryReaderTest {

  @Test
  void shouldReadBibTexWithWhatReferenceManagersPutIntoIt() {
    Library library =
        LibraryReader.read(
            """
            % exported
            @string{neurips = "NeurIPS"}
            @comment{jabref-meta: databaseType:bibtex;}
            @inproceedings{vaswani,
              title = {Attention Is {All} You Need}, booktitle = neurips, year = 2017,
              eprint = {1706.03762v5}, archivePrefix = {arXiv}
            }

            @article{mueller,
              title = "{\\"U}ber {G}raphen und Netze",
              abstract = {Two  lines
                of text.},
              doi = {https://doi.org/10.1000/ABC.1},
              crossref = {nowhere}
            }
            @misc{note, howpublished = {arXiv preprint arXiv:hep-th/9901001}}
            """);

    assertThat(library.format()).isEqualTo(Format.BIBTEX);
    assertThat(library.problems()).isEmpty();
    assertThat(library.works())
        .containsExactly(
            new Work(
                4, "Attention Is All You Need", "", Optional.of("1706.03762"), Optional.empty()),
            new Work(
                9,
                "Über Graphen und Netze",
                "Two lines of text.",
                Optional.empty(),
                Optional.of("10.1000/abc.1")),
            new Work(16, "", "", Optional.of("hep-th/9901001"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "'doi = {10.1007/978-3-319-10602-1{\\_}48}', 10.1007/978-3-319-10602-1_48",
    "'doi = {10.1007/978-3-319-10602-1\\_48}', 10.1007/978-3-319-10602-1_48",
    "'doi = \"10.1007/978-3-319-10602-1_48\"', 10.1007/978-3-319-10602-1_48",
    "'doi = {10.1000/a{\\%}b\\&c{\\#}1}', 10.1000/a%b&c#1",
    "'url = {https://doi.org/10.1000/a{\\_}b}', 10.1000/a_b",
    "'howpublished = {\\url{https://doi.org/10.1000/a\\_b}}', 10.1000/a_b",
  })
  void shouldReadADoiWhateverLatexWantsEscapedInIt(String field, String doi) {
    Library library = LibraryReader.read("@misc{one, title = {One}, %s}".formatted(field));

    assertThat(library.problems()).isEmpty();
    assertThat(library.works()).extracting(work -> work.doi().orElseThrow()).containsExactly(doi);
  }

  @Test
  void shouldReadMacrosThatNameOthersWithoutReadingAllOfThemForEachEntry() {
    StringBuilder text = new StringBuilder("@string{m0 = \"Fish\"}\n");
    for (int i = 1; i < 3_000; i++) {
      text.append("@string{m%d = m%d}%n".formatted(i, i - 1));
    }
    text.append("@misc{first, title = m2999 # \" sleep\"}\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("@misc{e%d, title = {Number %d}}%n".formatted(i, i));
    }

    Library library = LibraryReader.read(text.toString());

    assertThat(library.problems()).isEmpty();
    assertThat(library.works()).hasSize(3_001);
    assertThat(library.works().getFirst().title()).isEqualTo("Fish sleep");
  }

  @Test
  void shouldTellTheLineOfABibTexEntryThatCannotBeReadAndReadTheOthers() {
    Library library =
        LibraryReader.read(
            """
            @article{one, title = {One}}
            @article{two,
              title = {Two},
              year == 2020
            }
            @article{three, title = {Three}}
            @misc{four, year = 1999}
            @misc{five, title = {never closed
            """);

    assertThat(library.works()).extracting(Work::title).containsExactly("One", "Three");
    assertThat(library.problems())
        .containsExactly(
            new Problem(4, "the entry of line 2 cannot be read from here on"),
            new Problem(7, "'four' has neither a title nor an id"),
            new Problem(8, "the entry that begins here cannot be read: a bracket is not closed"));
  }

  @Test
  void shouldReadRis() {
    Library library =
        LibraryReader.read(
            """
            \uFEFFTY  - JOUR
            TI  - Graph networks
              for molecules
            AB  - Short.
            DO  - 10.1000/XYZ
            ER  -\s

            TY  - UNPB
            T1  - Two
            UR  - https://arxiv.org/abs/2401.01234v2
            ER  -
            """
                .replace("\n", "\r\n"));

    assertThat(library.format()).isEqualTo(Format.RIS);
    assertThat(library.problems()).isEmpty();
    assertThat(library.works())
        .containsExactly(
            new Work(
                1,
                "Graph networks for molecules",
                "Short.",
                Optional.empty(),
                Optional.of("10.1000/xyz")),
            new Work(8, "Two", "", Optional.of("2401.01234"), Optional.empty()));
  }

  @Test
  void shouldTellTheLinesOfRisThatMakeNoSense() {
    Library library =
        LibraryReader.read(
            """
            hello
            TI  - Lost
            TY  - JOUR
            TI  - One
            TY  - JOUR
            PY  - 2001
            ER  -
            """);

    assertThat(library.works()).extracting(Work::title).containsExactly("One");
    assertThat(library.problems())
        .containsExactly(
            new Problem(1, "expected a line such as 'TY  - JOUR'"),
            new Problem(2, "the field TI stands in no record"),
            new Problem(3, "the record that begins here has no end (a line 'ER  - ')"),
            new Problem(5, "the record that begins here has neither a title nor an id"));
  }

  @Test
  void shouldReadCsvWhateverSeparatesItsColumns() {
    Library commas =
        LibraryReader.read(
            """
            Key,Title,DOI,Url,Abstract Note
            A,"One, and
            two",10.48550/arXiv.2401.01234,,"An ""abstract""\"
            B,,,,
            C,Three,10.1000/c,,
            """);
    Library semicolons = LibraryReader.read("arxiv;name\n2401.01234v3;One\n");

    assertThat(commas.format()).isEqualTo(Format.CSV);
    assertThat(commas.works())
        .containsExactly(
            new Work(
                2, "One, and two", "An \"abstract\"", Optional.of("2401.01234"), Optional.empty()),
            new Work(5, "Three", "", Optional.empty(), Optional.of("10.1000/c")));
    assertThat(commas.problems())
        .containsExactly(new Problem(4, "the row has neither a title nor an id"));
    assertThat(semicolons.works())
        .containsExactly(new Work(2, "One", "", Optional.of("2401.01234"), Optional.empty()));
  }

  @Test
  void shouldSayThatAFileIsNoLibrary() {
    assertThat(LibraryReader.read("Dear all,\nplease find attached").problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.what())
                    .startsWith("this is neither BibTeX nor RIS, and no CSV"));
    assertThat(LibraryReader.read(" \n").problems())
        .containsExactly(new Problem(1, "the file is empty"));
    assertThat(LibraryReader.read("title,doi\n\"One,10.1\n").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    assertThatThrownBy(() -> LibraryReader.read("x".repeat(4_000_001)))
        .hasMessage("a library of 4000001 characters; 4000000 are the most");
  }
}
