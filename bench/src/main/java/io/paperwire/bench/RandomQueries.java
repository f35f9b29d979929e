package io.paperwire.bench;

import io.paperwire.index.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts that may be queries: pieces of the grammar and words of papers in any order, well formed
 * ones among them, some of them spoiled, very long or deeply nested.
 */
final class RandomQueries {

  private static final List<String> PIECES =
      List.of(
          "AND",
          "OR",
          "NOT",
          "and",
          "-",
          "(",
          ")",
          "((",
          "))",
          "\"",
          "\u201C",
          "\u201D",
          "\uFF08",
          "\uFF09",
          "\uFF1A",
          "\uFF02",
          "\uFF0D",
          "\u202A",
          "source:\"or\"",
          "\"a b\"-c",
          ":",
          "ti:",
          "ab:",
          "au:",
          "cat:",
          "topic:",
          "source:",
          "kind:",
          "code:yes",
          "code:",
          "cat:cs.*",
          "cat:cs.CL",
          "topic:large-language-models>=0.8",
          "topic:x>=",
          ">=0.5",
          "kind:revised",
          "kind:survey",
          "trending",
          "TRENDING",
          "au:0000-0002-1825-0097",
          "au:0000-0002-1825-0098",
          "au:\"J. M\u00FCller\"",
          "x:y",
          "*",
          "\\",
          "\0",
          "\t",
          "\n",
          "\uD83D\uDE00",
          "\uD83D",
          "\u0301",
          "\u200B",
          "\u56FE\u7F51\u7EDC",
          "\u0628\u062D\u062B",
          "the",
          "of",
          "''",
          "C++",
          "2.5",
          "SAM",
          ",",
          ".",
          ";",
          "()",
          "\"\"");
  private static final int PATTERNS = 12;

  private final List<Paper> papers;
  private final Random random;

  RandomQueries(List<Paper> papers, Random random) {
    this.papers = papers;
    this.random = random;
  }

  String next() {
    return switch (random.nextInt(PATTERNS)) {
      case 0, 1, 2 -> pieces(1 + random.nextInt(12));
      case 3, 4, 5, 6 -> formed(random.nextInt(5));
      case 7, 8 -> spoiled(formed(random.nextInt(5)));
      case 9 -> letters(random.nextInt(60));
      case 10 -> random.nextInt(50) == 0 ? pieces(2_000) : pieces(40);
      default ->
          random.nextInt(20) == 0 ? nested(random.nextInt(3_000)) : nested(random.nextInt(30));
    };
  }

  private String pieces(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(3) == 0 ? word() : PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(4) > 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  /** As people write, with operators and brackets where they belong. */
  private String formed(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 0 -> clause();
      case 1 -> formed(depth - 1) + " AND " + formed(depth - 1);
      case 2 -> "(" + formed(depth - 1) + " OR " + formed(depth - 1) + ")";
      case 3 -> formed(depth - 1) + " NOT " + clause();
      default -> formed(depth - 1) + " " + formed(depth - 1);
    };
  }

  private String clause() {
    return switch (random.nextInt(8)) {
      case 0 -> '"' + word() + " " + word() + '"';
      case 1 -> "ti:" + word();
      case 2 -> "ab:(" + word() + " OR " + word() + ")";
      case 3 -> "cat:" + (random.nextBoolean() ? "cs.CL" : "math.*");
      case 4 -> "topic:t-" + random.nextInt(9) + ">=0." + random.nextInt(100);
      case 5 -> "au:\"" + author() + '"';
      default -> word();
    };
  }

  private String spoiled(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + piece + text.substring(at);
      case 1 -> text.substring(0, at);
      default -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 3));
    };
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }

  private String nested(int depth) {
    String open = List.of("(", "NOT ", "-", "ti:(").get(random.nextInt(4));
    return open.repeat(depth) + word() + ")".repeat(random.nextInt(depth + 2));
  }

  private String word() {
    String[] words = paper().title().split("\\s+", -1);
    return words[random.nextInt(words.length)];
  }

  private String author() {
    List<String> names = new ArrayList<>(List.of("Ada Lovelace"));
    paper().authors().forEach(author -> names.add(author.name()));
    return names.get(random.nextInt(names.size()));
  }

  private Paper paper() {
    return papers.get(random.nextInt(papers.size()));
  }
}
