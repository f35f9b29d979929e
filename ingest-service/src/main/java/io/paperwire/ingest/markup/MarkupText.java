package io.paperwire.ingest.markup;

import io.paperwire.text.markup.Indices;
import io.paperwire.text.markup.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads HTML and JATS (NISO Z39.96, as Crossref sends it): marks go, their text stays. Indices
 * become Unicode's where it has them ({@code H<sub>2</sub>O} is H₂O) and are written in LaTeX's way
 * where it has not. Of a formula that comes in several forms TeX is taken. What only looks like a
 * tag ({@code a<b and c>d}) is text.
 */
public final class MarkupText {

  private static final Pattern NO_TAG =
      Pattern.compile(
          "<(?!!--|/?(?:(?:jats|mml|m):[a-z0-9-]+|p|i|b|u|em|strong|sub|sup|sc|tt|br|div|span|a|ul|ol|li"
              + "|italic|bold|h[1-6]|blockquote|small|img|hr|section|scp|inf|table|tr|td|th|tbody)"
              + "(?:\\s+[\\w:.-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*+\\s*/?>)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG = Pattern.compile("<[/a-z]", Pattern.CASE_INSENSITIVE);

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "sec",
          "section",
          "title",
          "list-item",
          "list",
          "disp-formula",
          "blockquote",
          "tr",
          "td",
          "th",
          "break");

  private static final Set<String> OWN_NAMES = Set.of("abstract", "summary");

  private final StringBuilder output = new StringBuilder();

  private MarkupText() {}

  /** The text as clean Unicode on one line. */
  public static String toUnicode(String markup) {
    if (!TAG.matcher(markup).find()) {
      return PlainText.oneLine(withoutReferences(markup));
    }
    String tags = NO_TAG.matcher(markup).replaceAll(Matcher.quoteReplacement("&lt;"));
    MarkupText reader = new MarkupText();
    reader.readAll(Jsoup.parseBodyFragment(tags).body());
    return PlainText.oneLine(reader.output.toString());
  }

  private void readAll(Element parent) {
    for (Node node : parent.childNodes()) {
      switch (node) {
        case TextNode text -> output.append(text.getWholeText());
        case Element element -> read(element);
        default -> {} // comments
      }
    }
  }

  private void read(Element element) {
    String name = element.normalName().replaceFirst("^.*:", "");
    switch (name) {
      case "sup" -> output.append(Indices.RAISED.of(element.text()));
      case "sub", "inf" -> output.append(Indices.LOWERED.of(element.text()));
      case "title" -> title(element);
      case "script", "style" -> {}
      case "inline-formula", "disp-formula", "alternatives" -> formula(element);
      default -> {
        boolean block = BLOCKS.contains(name);
        output.append(block ? " " : "");
        readAll(element);
        output.append(block ? " " : "");
      }
    }
  }

  /** A heading is followed by a colon; one that only says that this is an abstract is left out. */
  private void title(Element element) {
    String words = PlainText.oneLine(element.text());
    if (!words.isEmpty() && !OWN_NAMES.contains(words.toLowerCase(Locale.ROOT))) {
      output.append(' ').append(words.replaceAll("[:.]$", "")).append(": ");
    }
  }

  private void formula(Element element) {
    Optional<Element> tex = element.getAllElements().stream().filter(MarkupText::isTex).findFirst();
    if (tex.isPresent()) {
      output.append(tex.get().wholeText().strip());
    } else {
      readAll(element);
    }
  }

  private static boolean isTex(Element element) {
    return element.normalName().endsWith(":tex-math");
  }

  /** A text with its character references ({@code &amp;}, {@code &#8217;}) resolved. */
  public static String withoutReferences(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
  }
}
