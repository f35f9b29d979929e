package io.paperwire.library;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns what LaTeX writes into plain text: accents, signs and dashes become characters, the
 * commands and braces around words go. Formulas in {@code $} stay as papers write them. What it
 * does not know it leaves readable and never refuses. It walks over the text once.
 */
final class Latex {

  /** The combining characters of accents, by their commands. */
  private static final Map<String, Character> ACCENTS =
      Map.ofEntries(
          Map.entry("`", '\u0300'),
          Map.entry("'", '\u0301'),
          Map.entry("^", '\u0302'),
          Map.entry("~", '\u0303'),
          Map.entry("=", '\u0304'),
          Map.entry("u", '\u0306'),
          Map.entry(".", '\u0307'),
          Map.entry("\"", '\u0308'),
          Map.entry("r", '\u030A'),
          Map.entry("H", '\u030B'),
          Map.entry("v", '\u030C'),
          Map.entry("d", '\u0323'),
          Map.entry("c", '\u0327'),
          Map.entry("k", '\u0328'),
          Map.entry("b", '\u0331'));

  private static final Map<String, String> SIGNS =
      pairs(
          """
          ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å dh ð DH Ð dj đ DJ Đ th þ TH Þ i i j j
          S § P ¶ pounds £ euro € texteuro € copyright © textcopyright © textregistered ®
          texttrademark ™ textdegree ° textmu µ textperiodcentered · textbackslash \\ textbar |
          textless < textgreater > textasciitilde ~ textasciicircum ^ textunderscore _
          textbraceleft { textbraceright } textquotesingle ' textquoteleft ‘ textquoteright ’
          textquotedblleft “ textquotedblright ” textquotedbl " textendash – textemdash —
          ldots … dots … textellipsis …
          """);

  /** Commands that change the writing of what follows and stand for nothing themselves. */
  private static final Set<String> SWITCHES =
      Set.of(
          "em",
          "it",
          "bf",
          "sc",
          "tt",
          "rm",
          "sf",
          "sl",
          "itshape",
          "bfseries",
          "scshape",
          "ttfamily",
          "upshape",
          "normalfont",
          "small",
          "large",
          "relax",
          "protect");

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private int position;
  private String accent = "";
  private boolean formula;

  private Latex(String text) {
    this.text = text;
  }

  /** A text on one line, without the marks of LaTeX. */
  static String plain(String text) {
    Latex latex = new Latex(text);
    while (latex.position < text.length()) {
      latex.step();
    }
    return Identifiers.line(Normalizer.normalize(latex.plain, Normalizer.Form.NFC));
  }

  private void step() {
    char c = text.charAt(position);
    switch (c) {
      case '\\' -> {
        if (formula) {
          position += appendWritten(Math.min(2, text.length() - position));
        } else {
          command();
        }
      }
      case '{', '}' -> {
        if (c == '}' && accent.length() == 1 && !isLatin(accent.charAt(0))) {
          append(accent); // "\~{}" is the sign itself
        }
        position++;
      }
      case '$' -> {
        formula = !formula && text.indexOf('$', position + 1) > 0;
        position += appendWritten(1);
      }
      case '~' -> position += replaced("~", formula ? "~" : " ");
      case '-', '`', '\'' -> position += formula ? appendWritten(1) : dashOrQuote();
      default -> letter();
    }
  }

  private void letter() {
    int length = Character.charCount(text.codePointAt(position));
    String letter = text.substring(position, position + length);
    position += length;
    if (accent.isEmpty() || letter.isBlank()) {
      plain.append(letter);
    } else {
      append(letter);
    }
  }

  /** With the accent that waits for it. */
  private void append(String sign) {
    plain.append(sign);
    Character mark = ACCENTS.get(accent);
    if (mark != null && Character.isLetter(sign.codePointAt(0))) {
      plain.append(mark.charValue());
    }
    accent = "";
  }

  private void command() {
    int from = position + 1;
    int to = from;
    while (to < text.length() && isLatin(text.charAt(to))) {
      to++;
    }
    if (to == from) {
      escaped(from);
      return;
    }
    String name = text.substring(from, to);
    String sign = SIGNS.get(name);
    position = to;
    if (sign != null) {
      append(sign);
      skipSpaces();
    } else if (ACCENTS.containsKey(name)) {
      accent = name;
      skipSpaces();
    } else if (SWITCHES.contains(name)) {
      skipSpaces();
    } else if (!text.startsWith("{", to) || text.startsWith("{}", to)) {
      append(name); // "\LaTeX", "\alpha"
    }
  }

  /** A backslash before what is no letter. */
  private void escaped(int at) {
    String sign = at < text.length() ? text.substring(at, at + 1) : "";
    position = at + sign.length();
    switch (sign) {
      case "-", "/", "!", "(", ")", "[", "]", "" -> {}
      case "\\", ",", ";", ":", " ", "\n" -> plain.append(' ');
      default -> {
        if (ACCENTS.containsKey(sign)) {
          accent = sign;
        } else {
          append(sign);
        }
      }
    }
  }

  private int dashOrQuote() {
    return switch (text.charAt(position)) {
      case '-' -> text.startsWith("---", position) ? replaced("---", "—") : dash();
      case '`' -> text.startsWith("``", position) ? replaced("``", "“") : appendWritten(1);
      default -> text.startsWith("''", position) ? replaced("''", "”") : appendWritten(1);
    };
  }

  private int dash() {
    return text.startsWith("--", position) ? replaced("--", "–") : appendWritten(1);
  }

  private int replaced(String written, String sign) {
    plain.append(sign);
    return written.length();
  }

  private int appendWritten(int length) {
    plain.append(text, position, position + length);
    return length;
  }

  private void skipSpaces() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static Map<String, String> pairs(String words) {
    Map<String, String> pairs = new HashMap<>();
    String[] both = words.strip().split("\\s+", -1);
    for (int i = 0; i + 1 < both.length; i += 2) {
      pairs.put(both[i], both[i + 1]);
    }
    return Map.copyOf(pairs);
  }
}
