package io.paperwire.text.markup;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the LaTeX that authors write in titles, abstracts and names. Accents become letters ({@code
 * \"o}, {@code Pi\v{z}urica}), special letters too ({@code \ss}, {@code {\o}}), font commands leave
 * their argument, escaped characters stand for themselves. Mathematics between dollar signs and
 * commands that are not known stay as they are, citations go, footnotes stand in brackets.
 */
public final class LatexText {

  private static final Pattern END_OF_QUOTATION =
      Pattern.compile("([^`']{1,100}(?:'(?=\\p{L})[^`']{1,100})*+)'(?!\\p{L})");
  private static final Pattern TIE = Pattern.compile("(?<=[\\p{L}.,])~(?=\\S)");

  /** What is typed in place of a character of its own; the longer first. */
  private static final Map<String, String> LIGATURES = ligatures();

  private static Map<String, String> ligatures() {
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put("---", "—");
    ordered.put("--", "–");
    ordered.put("``", "“");
    ordered.put("''", "”");
    return Collections.unmodifiableMap(ordered);
  }

  private static final Pattern FONT =
      Pattern.compile("text(?:bf|it|sc|tt|rm|sf|sl|normal)?|emph|underline|mbox|url|uppercase");
  private static final Pattern SWITCH =
      Pattern.compile(
          "(?:bf|it|sc|tt|rm|sf|sl|em)(?:series)?|tiny|scriptsize|footnotesize|small|normalsize"
              + "|[lL]arge|LARGE|[hH]uge|xspace|noindent|centering|protect");

  /** Leave their second argument. */
  private static final Set<String> SECOND = Set.of("href", "hyperlink", "textcolor", "colorbox");

  /** Point to something that the text does not hold. */
  private static final Pattern POINTER =
      Pattern.compile("(?:no)?cite[a-z]*|[cC]?ref|eqref|autoref|label");

  /** Where a line or a word may be broken, and the like. */
  private static final String INVISIBLE = "-/@";

  /** Longer than any abstract; what is read with care is read again and again. */
  private static final int LONGEST = 200_000;

  /** Groups in groups, deeper than any author writes them, stay as they are. */
  private static final int DEEPEST = 50;

  private final String input;
  private final int depth;
  private Optional<Brackets> braces = Optional.empty();
  private final StringBuilder output = new StringBuilder();
  private int at;

  /** What stands nowhere behind; looked for once, however many want it. */
  private final Set<String> absent = new HashSet<>();

  private LatexText(String input, int depth) {
    this.input = input;
    this.depth = depth;
  }

  /** The text as clean Unicode on one line. */
  public static String toUnicode(String latex) {
    if (latex.length() > LONGEST || !LatexMarks.areIn(latex)) {
      return PlainText.oneLine(latex);
    }
    LatexText reader = new LatexText(latex, 0);
    reader.readAll();
    String text = reader.output.toString();
    return PlainText.oneLine(text.indexOf('~') < 0 ? text : TIE.matcher(text).replaceAll(" "));
  }

  private void readAll() {
    while (at < input.length()) {
      char next = input.charAt(at);
      if (next == '$') {
        copyMathematics();
      } else if (next == '\\') {
        readCommand();
      } else if (next == '{') {
        readGroup();
      } else if (next == '`' && !LatexMarks.isLigature(input, at)) {
        readQuotation();
      } else if (!LatexMarks.isLigature(input, at) || !readLigature()) {
        copyPlain();
      }
    }
  }

  /** Copies the character, and those behind it that mean nothing. */
  private void copyPlain() {
    int start = at++;
    while (at < input.length() && !LatexMarks.isMark(input.charAt(at))) {
      at++;
    }
    output.append(input, start, at);
  }

  private boolean readLigature() {
    for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
      if (input.startsWith(ligature.getKey(), at)) {
        output.append(ligature.getValue());
        at += ligature.getKey().length();
        return true;
      }
    }
    return false;
  }

  /** Words between a backtick and an apostrophe that ends a word are quoted. */
  private void readQuotation() {
    Matcher end = END_OF_QUOTATION.matcher(input).region(at + 1, input.length());
    boolean begins = at == 0 || !Character.isLetterOrDigit(input.charAt(at - 1));
    if (!begins || !end.lookingAt()) {
      copyPlain();
      return;
    }
    output.append('‘').append(unicodeOf(end.group(1))).append('’');
    at = end.end();
  }

  /** Copies from a dollar sign to its partner; a lone dollar sign is money. */
  private void copyMathematics() {
    String fence = input.startsWith("$$", at) ? "$$" : "$";
    int end = input.indexOf(fence, at + fence.length());
    while (end > 0 && input.charAt(end - 1) == '\\') {
      end = input.indexOf(fence, end + 1); // an escaped dollar closes nothing
    }
    int next = end < 0 ? at + fence.length() : end + fence.length();
    output.append(input, at, next);
    at = next;
  }

  /** A group without meaning of its own loses its braces; unbalanced ones stay. */
  private void readGroup() {
    int end = closingBrace(at);
    if (end < 0) {
      output.append('{');
      at++;
      return;
    }
    output.append(unicodeOf(input.substring(at + 1, end)));
    at = end + 1;
  }

  private void readCommand() {
    if (at + 1 == input.length()) {
      output.append('\\');
      at++;
      return;
    }
    int nameEnd = at + 1;
    while (nameEnd < input.length() && isLetter(input.charAt(nameEnd))) {
      nameEnd++;
    }
    boolean word = nameEnd > at + 1;
    String name = word ? input.substring(at + 1, nameEnd) : input.substring(at + 1, at + 2);
    int after = word ? nameEnd : at + 2;
    if (!readAccent(name, after)
        && !readSymbol(name, after)
        && !readMathematics(name, after)
        && !readFont(name, after)
        && !readWithArguments(name, after)) {
      copyUnknown(name, after);
    }
  }

  /** Mathematics in LaTeX's newer brackets gets the fence that everyone knows. */
  private boolean readMathematics(String name, int after) {
    boolean inline = name.equals("(");
    int end = inline || name.equals("[") ? find(inline ? "\\)" : "\\]", after) : -1;
    if (end < 0) {
      return false;
    }
    String fence = inline ? "$" : "$$";
    output.append(fence).append(input.substring(after, end).strip()).append(fence);
    at = end + 2;
    return true;
  }

  private boolean readWithArguments(String name, int after) {
    int open = afterOption(after);
    int close = open < input.length() && input.charAt(open) == '{' ? closingBrace(open) : -1;
    if (close < 0) {
      return false;
    }
    String argument = input.substring(open + 1, close);
    if (SECOND.contains(name) && input.startsWith("{", close + 1) && closingBrace(close + 1) > 0) {
      at = close + 1;
      readGroup();
      return true;
    }
    if (POINTER.matcher(name).matches()) {
      dropSpace();
    } else {
      switch (name) {
        case "footnote", "footnotetext" -> {
          dropSpace();
          output.append(" (").append(unicodeOf(argument).strip()).append(')');
        }
        case "color", "vspace", "hspace" -> {}
        case "textsuperscript" -> output.append(Indices.RAISED.of(unicodeOf(argument)));
        case "textsubscript" -> output.append(Indices.LOWERED.of(unicodeOf(argument)));
        default -> {
          return false;
        }
      }
    }
    at = close + 1;
    return true;
  }

  /** Behind an option in square brackets, where there is one. */
  private int afterOption(int after) {
    int end = input.startsWith("[", after) ? find("]", after) : -1;
    return end < 0 ? after : end + 1;
  }

  /** Where a sign stands from a place on, which only moves on; -1 where it does not. */
  private int find(String sign, int from) {
    int found = absent.contains(sign) ? -1 : input.indexOf(sign, from);
    if (found < 0) {
      absent.add(sign);
    }
    return found;
  }

  /** What is left out leaves no gap. */
  private void dropSpace() {
    int end = output.length();
    while (end > 0 && (output.charAt(end - 1) == ' ' || output.charAt(end - 1) == '~')) {
      end--;
    }
    output.setLength(end);
  }

  private boolean readAccent(String name, int after) {
    Optional<Character> accent = LatexSymbols.accent(name);
    int start = isLetter(name.charAt(0)) ? skipSpaces(after) : after;
    if (accent.isEmpty() || start >= input.length()) {
      return false;
    }
    int end;
    String base;
    if (input.charAt(start) == '{') {
      end = closingBrace(start) + 1;
      if (end == 0) {
        return false;
      }
      base = unicodeOf(input.substring(start + 1, end - 1));
      Optional<String> torn = LatexSymbols.symbol(name + base);
      if (torn.isPresent()) { // arXiv makes \\r{ho} of \\rho
        output.append(torn.get());
        at = end;
        return true;
      }
    } else if (input.charAt(start) == '\\') {
      end = start + 2; // an accent stands on a dotless i or j, which a space may end
      base = unicodeOf(input.substring(start, Math.min(end, input.length())));
      end = skipSpaces(Math.min(end, input.length()));
    } else {
      boolean apart = isLetter(name.charAt(0)) && start == after;
      if (apart || !Character.isLetter(input.charAt(start))) {
        return false; // \vec is no accent on e
      }
      end = start + 1;
      base = input.substring(start, end);
    }
    if (base.isEmpty() || base.charAt(0) == '\\') {
      return false;
    }
    char letter = base.charAt(0) == 'ı' ? 'i' : base.charAt(0) == 'ȷ' ? 'j' : base.charAt(0);
    String accented = Character.toString(letter) + accent.get();
    boolean isLetter = Normalizer.normalize(accented, Normalizer.Form.NFC).length() == 1;
    if (start > after && (!isLetter || name.equals("b"))) {
      return false; // a command of the authors' own
    }
    output.append(accented).append(base.substring(1));
    at = Math.min(end, input.length());
    return true;
  }

  private boolean readSymbol(String name, int after) {
    if ("%&_#${}".contains(name)) {
      output.append(name);
      at = after;
      return true;
    }
    if (INVISIBLE.contains(name)) {
      at = after;
      return true;
    }
    if (name.equals(",") || name.equals(";") || name.equals(" ") || name.equals("\\")) {
      output.append(' ');
      at = after;
      return true;
    }
    Optional<String> symbol = LatexSymbols.symbol(name);
    symbol.ifPresent(
        text -> {
          output.append(text);
          if (input.startsWith("{}", after)) {
            at = after + 2;
          } else {
            at = LatexSymbols.isTight(name) ? skipSpaces(after) : after;
          }
          if (text.endsWith(".") && input.startsWith(".", at)) {
            at++; // the end of the sentence is that of the abbreviation
          }
        });
    return symbol.isPresent();
  }

  private boolean readFont(String name, int after) {
    if (SWITCH.matcher(name).matches()) {
      at = skipSpaces(after);
      return true;
    }
    if (!FONT.matcher(name).matches() || after >= input.length() || input.charAt(after) != '{') {
      return false;
    }
    at = after;
    readGroup();
    return true;
  }

  /** An unknown command stays, and so does a group that directly follows it. */
  private void copyUnknown(String name, int after) {
    int end = after;
    while (end < input.length() && input.charAt(end) == '{' && closingBrace(end) > 0) {
      end = closingBrace(end) + 1;
    }
    output.append('\\').append(name).append(input, after, end);
    at = end;
  }

  private String unicodeOf(String latex) {
    if (depth == DEEPEST) {
      return latex;
    }
    LatexText reader = new LatexText(latex, depth + 1);
    reader.readAll();
    return reader.output.toString();
  }

  /** The index of the brace that closes the one at an index; -1 where there is none. */
  private int closingBrace(int open) {
    Brackets found = braces.orElseGet(() -> Brackets.braces(input));
    braces = Optional.of(found);
    return found.closing(open);
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < input.length() && input.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
