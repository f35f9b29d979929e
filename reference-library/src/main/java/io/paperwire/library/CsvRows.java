package io.paperwire.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into rows of fields (RFC 4180), however its quotation marks stand: what follows a
 * quotation belongs to its field, and a mark that nothing closes is a letter, so that it costs no
 * other row. A quotation that goes on over lines is one only if its field ends with it. Empty lines
 * are no rows.
 */
final class CsvRows implements Iterator<CsvRows.Row> {

  /** Excel begins a file with a line that names the delimiter. */
  private static final Pattern SEPARATOR =
      Pattern.compile("(?i)\"?sep=([,;|\\t])\"?[ ,;|\\t]*(?:\\n|\\z)");

  private static final int NONE = -1;

  private final String text;
  private final char delimiter;
  private int position;
  private int line;

  /**
   * A row.
   *
   * @param line on which it begins, from 1
   * @param fields without the quotation marks around them
   */
  record Row(int line, List<String> fields) {}

  private CsvRows(String text, char delimiter, int position, int line) {
    this.text = text;
    this.delimiter = delimiter;
    this.position = position;
    this.line = line;
  }

  /** The rows of a text whose lines end with a line feed. */
  static CsvRows of(String text) {
    Matcher separator = SEPARATOR.matcher(text);
    return separator.lookingAt()
        ? new CsvRows(text, separator.group(1).charAt(0), separator.end(), 2)
        : new CsvRows(text, mostIn(text.lines().findFirst().orElse("")), 0, 1);
  }

  private static char mostIn(String line) {
    char best = ',';
    long most = 0;
    for (char each : new char[] {',', ';', '\t'}) {
      long count = line.chars().filter(character -> character == each).count();
      if (count > most) {
        best = each;
        most = count;
      }
    }
    return best;
  }

  @Override
  public boolean hasNext() {
    while (passes('\n')) {
      line++;
    }
    return position < text.length();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int begin = line;
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (passes(delimiter));
    return new Row(begin, fields);
  }

  private boolean passes(char c) {
    boolean here = position < text.length() && text.charAt(position) == c;
    position += here ? 1 : 0;
    return here;
  }

  private String field() {
    position = afterBlanks(position);
    int close = text.startsWith("\"", position) ? endOfQuotation() : NONE;
    if (close == NONE) {
      return rest();
    }
    String quoted = text.substring(position + 1, close);
    line += (int) quoted.chars().filter(c -> c == '\n').count();
    position = close + 1;
    return quoted.replace("\"\"", "\"") + rest();
  }

  /** Up to the end of the field. */
  private String rest() {
    int start = position;
    while (!endsField(position)) {
      position++;
    }
    return text.substring(start, position).stripTrailing();
  }

  /** Where the quotation that begins here is closed. */
  private int endOfQuotation() {
    int close = text.indexOf('"', position + 1);
    while (close != NONE && text.startsWith("\"\"", close)) {
      close = text.indexOf('"', close + 2);
    }
    boolean closes =
        close == NONE
            || text.indexOf('\n', position, close) == NONE
            || endsField(afterBlanks(close + 1));
    return closes ? close : NONE;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (!endsField(at) && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean endsField(int at) {
    return at == text.length() || text.charAt(at) == delimiter || text.charAt(at) == '\n';
  }
}
