package io.paperwire.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkupTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A <i>Drosophila</i> model | A Drosophila model",
        "<p>One.</p><p>Two.</p> | One. Two.",
        "one<br/>two | one two",
        "H<sub>2</sub>O and CO<sub>2</sub> | H₂O and CO₂",
        "10<sup>−5</sup> m | 10⁻⁵ m",
        "<sup>99m</sup>Tc | ^{99m}Tc",
        "SUV<sub>max</sub> | SUV_{max}",
        "x<sup>*</sup> | x^*",
        "a&amp;b &lt; c, caf&eacute;&nbsp;x &#8217; | a&b < c, café x ’",
        "p < 0.05 and q > 0.1 | p < 0.05 and q > 0.1",
        "<p>a<b and c>d</p> | a<b and c>d",
        "if x<y then | if x<y then",
        "<p>p&lt;0.05</p> | p<0.05",
        "<jats:title>Abstract</jats:title><jats:p>Text.</jats:p> | Text.",
        "<jats:sec><jats:title>Methods</jats:title><jats:p>We.</jats:p></jats:sec> | Methods: We.",
        "<jats:p>Of <jats:italic>E. coli</jats:italic> and<jats:break/>more</jats:p> | Of E. coli"
            + " and more",
        "<script>alert(1)</script>x<style>p{}</style> |"
            + " <script>alert(1)</script>x<style>p{}</style>",
        "<span onclick=\"x()\">word</span> | word",
        "Poincare\u0301 | Poincaré",
        "<!-- gone --><p>here</p> | here",
      })
  void shouldReadMarkup(String markup, String expected) {
    assertThat(MarkupText.toUnicode(markup)).isEqualTo(expected);
  }

  /** Whoever writes a feed can write it so. */
  @Test
  void shouldReadWhatIsWrittenToBreakIt() {
    assertThat(MarkupText.toUnicode("<p " + "a='1' ".repeat(50_000) + ">x</p>")).isEqualTo("x");
    assertThat(MarkupText.toUnicode("<i>".repeat(50_000) + "x")).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<jats:inline-formula><jats:alternatives><jats:tex-math>$x^2$</jats:tex-math>"
            + "<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>"
            + "</jats:alternatives></jats:inline-formula> is | $x^2$ is",
        "<jats:inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></jats:inline-formula> is"
            + " | x is",
      })
  void shouldKeepMathematicsOnce(String markup, String expected) {
    assertThat(MarkupText.toUnicode(markup)).isEqualTo(expected);
  }

  @Test
  void shouldResolveCharacterReferences() {
    assertThat(MarkupText.withoutReferences("a &lt; b &amp; c&#8217;s &nonsense;"))
        .isEqualTo("a < b & c\u2019s &nonsense;");
  }
}
