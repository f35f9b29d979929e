package io.paperwire.text.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * LaTeX's commands that stand for characters, as far as authors use them outside of mathematics.
 */
final class LatexSymbols {

  /** Command and character in turn, where a space behind only ends the command. */
  private static final String TIGHT =
      """
      ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð th þ dj đ DJ Đ
      deg ° degree ° ldots … dots … S § P ¶ copyright © textcopyright © pounds £
      euro € texteuro € textendash – textemdash — textellipsis … textmu µ textdegree °
      textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle '
      TeX TeX LaTeX LaTeX BibTeX BibTeX
      """;

  /** Command and letter in turn; authors mean the space behind, which LaTeX takes away. */
  private static final String GREEK =
      """
      alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ
      iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ
      varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
      Phi Φ Psi Ψ Omega Ω
      """;

  /** Command and sign in turn; the same holds of the space. */
  private static final String SIGNS =
      """
      cdots ⋯ textregistered ® texttrademark ™ textbackslash \\ textasciitilde ~
      textasciicircum ^ textunderscore _ textbraceleft { textbraceright }
      textbar | textless < textgreater > pm ± mp ∓ times × div ÷ cdot · sim ∼ approx ≈
      neq ≠ ne ≠ leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ infty ∞ to → rightarrow → leftarrow ←
      leftrightarrow ↔ Rightarrow ⇒ uparrow ↑ downarrow ↓ in ∈ checkmark ✓ star ⋆
      """;

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Map<String, String> TIGHT_SYMBOLS = pairs(TIGHT);
  private static final Map<String, String> SYMBOLS = pairs(GREEK + SIGNS);
  private static final Map<String, String> WORDS =
      Map.of("eg", "e.g.", "ie", "i.e.", "etc", "etc.", "etal", "et al.");

  private static final Map<String, Character> ACCENTS =
      Map.ofEntries(
          Map.entry("'", '\u0301'),
          Map.entry("`", '\u0300'),
          Map.entry("^", '\u0302'),
          Map.entry("\"", '\u0308'),
          Map.entry("~", '\u0303'),
          Map.entry("=", '\u0304'),
          Map.entry(".", '\u0307'),
          Map.entry("u", '\u0306'),
          Map.entry("v", '\u030C'),
          Map.entry("H", '\u030B'),
          Map.entry("c", '\u0327'),
          Map.entry("k", '\u0328'),
          Map.entry("r", '\u030A'),
          Map.entry("d", '\u0323'),
          Map.entry("b", '\u0331'));

  private LatexSymbols() {}

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    String[] words = SPACES.split(text.strip(), -1);
    for (int i = 0; i < words.length; i += 2) {
      pairs.put(words[i], words[i + 1]);
    }
    return Map.copyOf(pairs);
  }

  /** What a command without an argument stands for. */
  static Optional<String> symbol(String command) {
    return Optional.ofNullable(TIGHT_SYMBOLS.get(command))
        .or(() -> Optional.ofNullable(SYMBOLS.get(command)))
        .or(() -> Optional.ofNullable(WORDS.get(command)));
  }

  /** True if spaces behind a command only end it. */
  static boolean isTight(String command) {
    return TIGHT_SYMBOLS.containsKey(command);
  }

  /** The combining character of a command that puts an accent on the next letter. */
  static Optional<Character> accent(String command) {
    return Optional.ofNullable(ACCENTS.get(command));
  }
}
