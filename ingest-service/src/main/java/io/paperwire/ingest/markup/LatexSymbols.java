package io.paperwire.ingest.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * LaTeX's commands that stand for characters, as far as authors use them outside of mathematics.
 */
final class LatexSymbols {

  /** Command and letter in turn. */
  private static final String LETTERS =
      """
      ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð th þ dj đ DJ Đ
      """;

  /** Command and letter in turn. */
  private static final String GREEK =
      """
      alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ
      iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ
      varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
      Phi Φ Psi Ψ Omega Ω
      """;

  /** Command and sign in turn. */
  private static final String SIGNS =
      """
      deg ° degree ° ldots … dots … cdots ⋯ S § P ¶ copyright © textcopyright ©
      textregistered ® texttrademark ™ pounds £ euro € texteuro € textendash –
      textemdash — textbackslash \\ textasciitilde ~ textbar | textless <
      textgreater > pm ± mp ∓ times × div ÷ cdot · sim ∼ approx ≈ neq ≠ ne ≠ leq ≤
      le ≤ geq ≥ ge ≥ ll ≪ gg ≫ infty ∞ to → rightarrow → leftarrow ← leftrightarrow ↔
      Rightarrow ⇒ uparrow ↑ downarrow ↓ in ∈ checkmark ✓ star ⋆
      """;

  private static final Map<String, String> SYMBOLS = symbols();

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

  private static Map<String, String> symbols() {
    Map<String, String> symbols =
        new HashMap<>(Map.of("eg", "e.g.", "ie", "i.e.", "etc", "etc.", "etal", "et al."));
    String[] words = (LETTERS + GREEK + SIGNS).strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      symbols.put(words[i], words[i + 1]);
    }
    return Map.copyOf(symbols);
  }

  /** What a command without an argument stands for. */
  static Optional<String> symbol(String command) {
    return Optional.ofNullable(SYMBOLS.get(command));
  }

  /** The combining character of a command that puts an accent on the next letter. */
  static Optional<Character> accent(String command) {
    return Optional.ofNullable(ACCENTS.get(command));
  }
}
