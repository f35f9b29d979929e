package io.paperwire.library;

import java.util.List;
import java.util.regex.Pattern;

/** Reads a library, whichever of the formats it is in. */
public final class LibraryReader {

  /** The most characters of a file that are read. */
  public static final int MOST_CHARACTERS = 4_000_000;

  private static final Pattern RIS_TYPE = Pattern.compile("(?m)^TY {1,2}- ?");

  private LibraryReader() {}

  /**
   * Reads a file. What it is is told from its text and not from its name.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MOST_CHARACTERS}
   */
  public static Library read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a library of %d characters; %d are the most".formatted(text.length(), MOST_CHARACTERS));
    }
    String lines = withoutMark(text).replace("\r\n", "\n").replace('\r', '\n');
    if (lines.isBlank()) {
      return new Library(
          Library.Format.CSV, List.of(), List.of(new Problem(1, "the file is empty")));
    }
    if (RIS_TYPE.matcher(lines).find()) {
      return Ris.read(lines);
    }
    return BibTex.isIn(lines) ? BibTex.read(lines) : Csv.read(lines);
  }

  /** Windows programs put a byte order mark before what they write. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
