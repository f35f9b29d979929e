package io.paperwire.ingest.source.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the lines of a file are read. Told by content: a file is JSON Lines if one of its first
 * {@value #LINES_LOOKED_AT} lines that hold anything begins as a JSON object does (a brace, then a
 * quote, a brace or nothing), or the first one as an array of them; else it is a listing.
 */
enum LineFormat {
  /** One paper a line, as a JSON object. */
  JSON_LINES,
  /** A title line and an abstract line alternate; blank lines do not count. */
  LISTING;

  /** How much of a file is looked at, in bytes. */
  static final int BYTES_LOOKED_AT = 64 * 1024;

  static final int LINES_LOOKED_AT = 20;

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*(?:[\"}].*)?", Pattern.DOTALL);
  private static final Pattern ARRAY = Pattern.compile("\\[\\s*(?:[{\\]].*)?", Pattern.DOTALL);

  /** Tells the format by the first bytes of a file. */
  static LineFormat of(byte[] head) {
    List<String> lines =
        new String(head, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replace("\uFEFF", "").strip())
            .filter(line -> !line.isEmpty())
            .limit(LINES_LOOKED_AT)
            .toList();
    boolean objects = lines.stream().anyMatch(line -> OBJECT.matcher(line).matches());
    boolean array = !lines.isEmpty() && ARRAY.matcher(lines.getFirst()).matches();
    return objects || array ? JSON_LINES : LISTING;
  }
}
