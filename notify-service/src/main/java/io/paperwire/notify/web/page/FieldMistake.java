package io.paperwire.notify.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mistake in a field of a form.
 *
 * @param sentence what is wrong
 * @param place where, if the message shows it
 */
public record FieldMistake(String sentence, Optional<MarkedText> place) {

  private static final String INDENT = "  ";

  /** The mistakes that a field's message tells, with an empty line between them. */
  static List<FieldMistake> all(String message) {
    return Arrays.stream(message.split("\n\n", -1)).map(FieldMistake::of).toList();
  }

  /** Plain text shows a place by a second line, and a caret below it, both indented. */
  private static FieldMistake of(String message) {
    String[] lines = message.split("\n", -1);
    int caret = lines.length == 3 ? lines[2].indexOf('^') : -1;
    if (caret < INDENT.length() || !lines[1].startsWith(INDENT)) {
      return new FieldMistake(message, Optional.empty());
    }
    String text = lines[1].substring(INDENT.length());
    int characters = caret - INDENT.length();
    return new FieldMistake(
        lines[0], Optional.of(MarkedText.of(text, text.offsetByCodePoints(0, characters))));
  }
}
