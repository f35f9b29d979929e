package io.paperwire.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatexTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "J\\\"org M\\\"{u}ller | Jörg Müller",
        "{\\'E}mile Borel, Andr\\'{e} Weil | Émile Borel, André Weil",
        "Pi\\v{z}urica, Milovi\\'c, Jakub\\r{u}v | Pižurica, Milović, Jakubův",
        "S{\\o}gaard and Kra{\\ss} | Søgaard and Kraß",
        "\\L{}ukasz \\l{}ajka | Łukasz łajka",
        "Erd\\H{o}s, G\\\"odel, Fran\\c{c}ois, \\c Ceylan | Erdős, Gödel, François, Çeylan",
        "Mar\\'{\\i}a, na\\\"{\\i}ve, na\\\"\\i ve | María, naïve, naïve",
        "\\AA ngstr\\\"om | Ångström",
        "Peter~Smith et~al. costs ~10\\% | Peter Smith et al. costs ~10%",
        "{BERT} and {A}daptive | BERT and Adaptive",
        "\\textbf{bold} \\emph{soft} {\\bf old} $x_{i}$ | bold soft old $x_{i}$",
        "$\\mathcal{O}(n^2)$ time and \\alpha{}-decay | $\\mathcal{O}(n^2)$ time and"
            + " \\alpha{}-decay",
        "\\vec{x} stays, \\mathbb{R}^n too | \\vec{x} stays, \\mathbb{R}^n too",
        "5 $ and 10 \\$ | 5 $ and 10 $",
        "``Attention'' is all -- or pp. 3--5 --- maybe | “Attention” is all – or pp. 3–5 — maybe",
        "$a--b''$ and f'(x) | $a--b''$ and f'(x)",
        "\\S 3, \\copyright 2026 | §3, ©2026",
        "an open { brace | an open { brace",
        "at \\href{https://x.org/a_b}{our page} and 5\\deg C | at our page and 5°C",
        "A \\& B \\_ C \\# D | A & B _ C # D",
        "trailing \\ | trailing \\",
        "\\v{ | \\v{",
      })
  void shouldBecomeUnicode(String latex, String expected) {
    assertThat(LatexText.toUnicode(latex)).isEqualTo(expected);
  }

  @Test
  void shouldPutTextOnOneLine() {
    assertThat(PlainText.oneLine("  a\n b\t\u00a0c\u0000d\u2028e ")).isEqualTo("a b c d e");
    assertThat(PlainText.oneLine("e\u0301")).isEqualTo("\u00e9");
  }

  @Test
  void shouldResolveHtmlReferences() {
    assertThat(PlainText.withoutHtmlReferences("a &lt; b &amp; c&#8217;s &nonsense;"))
        .isEqualTo("a < b & c\u2019s &nonsense;");
  }
}
