package io.paperwire.standalone.ranking;

import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.standalone.input.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads for whom is to be ranked, and what of the papers. Lines that say neither are reported and
 * passed over, and so is what is no id in a list of ids.
 */
public final class RankingFiles {

  private final RankingFormat format = new RankingFormat();
  private final Consumer<String> complaints;
  private int rejected;

  /**
   * A reader.
   *
   * @param complaints told of what cannot be used, in which line, and why
   */
  public RankingFiles(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /** How many lines, or ids in them, could not be used. */
  public int rejected() {
    return rejected;
  }

  /** Profiles in the order of the file. */
  public List<ProfileLine> profiles(String name, InputStream in) throws IOException {
    List<ProfileLine> profiles = new ArrayList<>();
    lines(name, in, (line, leftOut) -> profiles.add(format.profile(line, leftOut)));
    return profiles;
  }

  /** What each profile wants, by the profile's id: lines of {@code {"id","relevant":[ids]}}. */
  public Map<String, Set<String>> wanted(String name, InputStream in) throws IOException {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    lines(name, in, (line, leftOut) -> wanted.putAll(format.wanted(line, leftOut)));
    return wanted;
  }

  /** Ids of candidates; none if the file holds no array of ids, which is reported. */
  public Optional<List<String>> candidates(String name, InputStream in) throws IOException {
    Consumer<String> complaint = reason -> complain(name + ": " + reason);
    try {
      return Optional.of(
          format.candidates(decoded(Lines.withoutMark(in.readAllBytes())), complaint));
    } catch (BadLine e) {
      complaint.accept(e.getMessage());
      return Optional.empty();
    }
  }

  private void lines(String name, InputStream in, LineReader reader) throws IOException {
    Lines.read(
        name,
        in,
        (number, line) -> {
          Consumer<String> complaint = reason -> complain(name + " line " + number + ": " + reason);
          try {
            reader.read(decoded(line), complaint);
          } catch (BadLine e) {
            complaint.accept(e.getMessage());
          }
        });
  }

  private void complain(String complaint) {
    rejected++;
    complaints.accept(complaint);
  }

  private static String decoded(byte[] bytes) throws BadLine {
    return switch (Utf8.decode(bytes)) {
      case Parsed.Valid<String>(String text) -> text;
      case Parsed.Invalid<String>(_, String reason) -> throw new BadLine(reason);
    };
  }

  private interface LineReader {
    void read(String line, Consumer<String> leftOut) throws BadLine;
  }
}
