package io.paperwire.text.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "$\\mathcal{O}(n^2)$ time and \\alpha{}-decay | $\\mathcal{O}(n^2)$ time and α-decay",
        "in \\(O(n \\log n)\\) and \\[ x^2 \\] too | in $O(n \\log n)$ and $$x^2$$ too",
        "an open \\(bracket | an open \\(bracket",
        "as shown~\\cite{roe2020,poe2021}. And \\citep[p.~3]{roe}, see Table \\ref{t} | as shown."
            + " And, see Table",
        "a method\\footnote{See https://x.org.} works | a method (See https://x.org.) works",
        "\\textcolor{red}{red \\textbf{bold}} \\color{blue}blue \\large{}size | red bold blue size",
        "m\\textsuperscript{2}, H\\textsubscript{2}O, R\\textsuperscript{\\textregistered},"
            + " x\\textsuperscript{th} | m², H₂O, R®, x^{th}",
        "many (\\eg, these), \\ie those, \\etc. | many (e.g., these), i.e. those, etc.",
        "in\\-ves\\-ti\\-gated \\emph{a priori}\\/ i.i.d.\\@ data | investigated a priori i.i.d."
            + " data",
        "0.60 \\pm 0.05 and p \\leq 1, 2\\times3 | 0.60 ± 0.05 and p ≤ 1, 2×3",
        "the `perfect' one, a `don't care' set, rock `n' roll | the ‘perfect’ one, a ‘don't care’"
            + " set, rock ‘n’ roll",
        "layer`s own, a lone `tick | layer`s own, a lone `tick",
        "\\b{eta} and h\\r{ho} are torn, \\b black is bold | β and hρ are torn, \\b black is bold",
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

  /** Whoever writes an abstract can write it so; it must cost neither the stack nor hours. */
  @ParameterizedTest
  @ValueSource(strings = {"`'", "{ }", "\\'{ }", "{ ", "a'b ", "\\foo{a} ", "\\( ", "(( ", "$ \\$"})
  void shouldReadWhatIsWrittenToBreakIt(String parts) {
    String[] part = parts.split(" ", -1);
    String opened = part[0].repeat(60_000 / part[0].length());
    String closed = part.length > 1 ? part[1].repeat(60_000 / part[0].length()) : "";
    assertThat(LatexText.toUnicode("`a" + opened + "x" + closed)).contains("x");
  }

  @Test
  void shouldLeaveGroupsThatAreNestedBeyondMeasureAsTheyStand() {
    assertThat(LatexText.toUnicode("{".repeat(50) + "\\'e" + "}".repeat(50))).isEqualTo("é");
    assertThat(LatexText.toUnicode("{".repeat(52) + "\\'e" + "}".repeat(52))).contains("{\\'e}");
  }

  /** An empty group means nothing, but has the text read with care. */
  @Test
  void shouldReadPlainTextsAsItReadsOthers() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = RandomText.of(random, "ab é\n-`'.,\u0301\u00a0");
      assertThat(LatexText.toUnicode(text)).as(text).isEqualTo(LatexText.toUnicode("{}" + text));
    }
  }
}
