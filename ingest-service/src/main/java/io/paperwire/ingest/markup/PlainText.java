package io.paperwire.ingest.markup;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text without markup. */
public final class PlainText {

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\uFEFF]+");

  private PlainText() {}

  /** The text on one line: composed Unicode, no control characters, one space between words. */
  public static String oneLine(String text) {
    return GAPS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** The text with HTML character references ({@code &amp;}, {@code &#8217;}) resolved. */
  public static String withoutHtmlReferences(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
  }
}
