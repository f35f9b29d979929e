package io.paperwire.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.paperwire.library.Library.Format;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Each line doubles what the one before stands for. */
  @Test
  void shouldNotReadMacrosThatGrowBeyondAllMeasure() {
    StringBuilder text = new StringBuilder("@string{m0 = \"Fish\"}\n");
    for (int i = 1; i < 64; i++) {
      text.append("@string{m%d = m%d # m%d}%n".formatted(i, i - 1, i - 1));
    }
    text.append("@misc{small, title = m1}\n@misc{endless, title = m63}");

    Library library = LibraryReader.read(text.toString());

    assertThat(library.works()).hasSize(2);
    assertThat(library.works().getLast().title()).hasSizeLessThan(LibraryReader.MOST_CHARACTERS);
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "@misc{a, title = {x}}" + "\n".repeat(1_000_000),
        "@misc{a, title = {x}}\n" + "@misc{\n".repeat(200_000),
        "@misc{a, title = {x}}" + "@misc{".repeat(200_000),
        "@misc{a, title = {x}}".repeat(150_000),
        "@misc{a, title = %sx%s}".formatted("{".repeat(200_000), "}".repeat(200_000)),
        "@misc{a, title = {%sx%s}}".formatted("\\emph{".repeat(100_000), "}".repeat(100_000)),
        "@misc{a, title = {x}, doi = {10.1000/%sx}}".formatted(".".repeat(500_000)),
        "@string{m = \"%s\"}\n".formatted("x".repeat(500_000))
            + "@misc{a, title = m}\n".repeat(50_000),
        "title\nx\n\"a" + "\nb\n\"a".repeat(100_000),
        "title\nx\n\"" + "\"\"\n\"\",".repeat(200_000),
        "title,url\nx,https://a/10.1000/" + ".full?".repeat(500_000),
        "TY  - JOUR\nTI  - x\n" + "more\n".repeat(300_000) + "ER  - \n",
        "TY  - JOUR\nTI  - x\n" + "KW  - y\n".repeat(200_000) + "ER  - \n",
        "TY  - JOUR\nTI  - x\nER  - \n" + "y\n".repeat(500_000));
  }

  /** Nobody's library may hold up others: all of these took minutes, or the whole stack. */
  @ParameterizedTest
  @MethodSource("hostileTexts")
  void shouldReadHostileTextsInNoMoreTimeThanTheirLengthTakes(String text) {
    Library library =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> LibraryReader.read(text));

    assertThat(library.works()).isNotEmpty();
    assertThat(library.problems()).hasSizeLessThan(250_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title = {G{\\"o}del, Erd{\\H{o}}s {\\&} na{\\"{\\i}}ve {\\O}rsted} | Gödel, Erdős & naïve Ørsted
          title = {Fran{\\c{c}}ois \\v{S}koda, {\\'E}cole {\\l}{\\'o}d{\\'z}}    | François Škoda, École łódź
          title = {\\emph{Gaia} and \\textbf{{BERT}}: {\\em x}}        | Gaia and BERT: x
          title = {The \\LaTeX{} companion, 50\\% off}                | The LaTeX companion, 50% off
          title = {{$\\alpha$}-divergence of $H_2$ \\& others}        | $\\alpha$-divergence of $H_2$ & others
          title = {K{\\"a}hler--{E}instein -- a~``review''}          | Kähler–Einstein – a “review”
          title = {p {\\textless} 0.05 {\\textendash} \\textasciitilde10} | p < 0.05 – ~10
          title = {C:\\\\ and \\unknown{this}}                       | C: and \\unknown{this}
          title = {One} # { and } # two, year = 2000                | One and two
          title = "Say {"}yes{"}"                                   | Say "yes"
          title = {No comma} year = 2000                            | No comma
          TITLE = {Upper case},,                                    | Upper case
          """)
  void shouldReadTitlesAsPeopleReadThem(String fields, String title) {
    Library library = LibraryReader.read("@misc{one, %s}".formatted(fields));

    assertThat(library.problems()).isEmpty();
    assertThat(library.works()).extracting(Work::title).containsExactly(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Article{, title = {One}}",
        "@article{title = {One}}",
        "@article{key with space, title = {One}}",
        "@article{M\u00fcller:2020/x+y, title = {One}}",
        "@article(key, title = {One})",
        "Exported {by} a \"program\"\n@article{key, title = {One}} more of {it @ home",
        "@comment{not closed\n@article{key, title = {One}}",
        "@misc{other, title = {Other}}@article{key, title = {One}}",
      })
  void shouldReadEntriesHoweverTheyAreKeyed(String text) {
    Library library = LibraryReader.read(text);

    assertThat(library.problems()).isEmpty();
    assertThat(library.works()).extracting(Work::title).contains("One");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          journal = {ArXiv}, volume = {abs/2302.13971}                  | 2302.13971
          number = {arXiv:2302.13971}, publisher = {arXiv}              | 2302.13971
          url = {https://arxiv.org/html/2302.13971v2}                   | 2302.13971
          doi = {10.48550/ARXIV.2302.13971}                             | 2302.13971
          eprint = {math.GT/0309136}, archivePrefix = {arXiv}           | math/0309136
          eprint = {arXiv:cond-mat.stat-mech/0309136v1}                 | cond-mat/0309136
          """)
  void shouldFindTheArxivIdWhereProgramsPutIt(String fields, String id) {
    Library library = LibraryReader.read("@misc{one, title = {One}, %s}".formatted(fields));

    assertThat(library.works())
        .extracting(work -> work.arxivId().orElseThrow())
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doi = {10.1002/(SICI)1097(19980815)17:15<1661::AID>3.0.CO;2-2} | 10.1002/(sici)1097(19980815)17:15<1661::aid>3.0.co;2-2
          note = {(doi:10.1000/XYZ).}                                   | 10.1000/xyz
          note = {doi:10.1000/a.pdf#1}                                  | 10.1000/a.pdf#1
          doi = {10.1000/a.pdf?x}                                       | 10.1000/a.pdf?x
          url = {https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3.full.pdf} | 10.1101/2020.03.22.002386
          url = {https://www.medrxiv.org/content/10.1101/2020.03.22.20040832v1.supplementary-material} | 10.1101/2020.03.22.20040832
          url = {https://www.biorxiv.org/content/10.1101/123456v2}     | 10.1101/123456
          url = {https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf} | 10.1007/s11263-015-0816-y
          url = {https://dl.acm.org/doi/10.1145/3292500.3330701?cid=81100#sec} | 10.1145/3292500.3330701
          url = {https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full} | 10.3389/fpsyg.2020.00001
          url = {https://doi.org/10.31234/osf.io/3v5}                  | 10.31234/osf.io/3v5
          note = {(see https://doi.org/10.1000/a.full.pdf).}           | 10.1000/a
          note = {see 10.1016/s0370-2693(98)01234-5, and more}          | 10.1016/s0370-2693(98)01234-5
          """)
  void shouldReadADoiToItsEndAndNoFurther(String fields, String doi) {
    Library library = LibraryReader.read("@misc{one, title = {One}, %s}".formatted(fields));

    assertThat(library.works()).extracting(work -> work.doi().orElseThrow()).containsExactly(doi);
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
            new Problem(3, "the record that begins here has no end (a line 'ER  - ')"),
            new Problem(5, "the record that begins here has neither a title nor an id"));
  }

  @Test
  void shouldLoseNoRowOfCsvToAQuotationMark() {
    Library tabs =
        LibraryReader.read(
            """
            TI\tDI
            "Why Should I Trust You?" Explaining\t10.1000/a
            "Never closed\t10.1000/b
            "Closed in another row" or "so"\t10.1000/c
            A 5" disk\t10.1000/d
            "Over two
            lines" \t10.1000/e
            Last\t10.1000/f
            "Not even at the end\t10.1000/g
            """);

    assertThat(tabs.problems()).isEmpty();
    assertThat(tabs.works())
        .extracting(Work::line, Work::title, work -> work.doi().orElseThrow())
        .containsExactly(
            tuple(2, "Why Should I Trust You? Explaining", "10.1000/a"),
            tuple(3, "\"Never closed", "10.1000/b"),
            tuple(4, "Closed in another row or \"so\"", "10.1000/c"),
            tuple(5, "A 5\" disk", "10.1000/d"),
            tuple(6, "Over two lines", "10.1000/e"),
            tuple(8, "Last", "10.1000/f"),
            tuple(9, "\"Not even at the end", "10.1000/g"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\ntitle;doi\nOne, two;\n", "\"sep=|\"\ntitle|doi\nOne, two|\n"})
  void shouldPassOverTheFirstLineThatExcelWrites(String text) {
    assertThat(LibraryReader.read(text))
        .isEqualTo(
            new Library(
                Format.CSV,
                List.of(new Work(3, "One, two", "", Optional.empty(), Optional.empty())),
                List.of()));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Key\",\"Title\",\"Url\",\"Extra\"\n"
            + "\"A\",\"One\",\"https://a.example\",\"arXiv:2401.01234 [cs]\"",
        "Authors,Title,Publication,Year\nA,One,arXiv preprint arXiv:2401.01234,2024",
        "PT\tAU\tTI\tSO\tDI\nJ\tA\tOne\tNature\t10.48550/arXiv.2401.01234",
        "\"Document Title\",Authors,\"DOI\",PDF Link\n\"One\",A,,https://arxiv.org/pdf/2401.01234",
      })
  void shouldReadTheColumnsOfZoteroGoogleScholarWebOfScienceAndIeee(String text) {
    Library library = LibraryReader.read(text);

    assertThat(library.works())
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
    assertThat(LibraryReader.read("sep=;\n").works()).isEmpty();
    assertThat(LibraryReader.read(" \n").problems())
        .containsExactly(new Problem(1, "the file is empty"));
    assertThatThrownBy(() -> LibraryReader.read("x".repeat(4_000_001)))
        .hasMessage("a library of 4000001 characters; 4000000 are the most");
  }
}
