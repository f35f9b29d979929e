package io.paperwire.standalone.ranking;

import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.likeness.PaperText;
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
 * Reads what is to be ranked, and for whom. Lines that say neither are reported and passed over.
 */
public final class RankingFiles {

  private final RankingFormat format = new RankingFormat();
  private final Consumer<String> complaints;
  private int rejected;

  /**
   * A reader.
   *
   * @param complaints told of each line that cannot be used, and why
   */
  public RankingFiles(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /** How many lines could not be used. */
  public int rejected() {
    return rejected;
  }

  /** Papers by id, in the order of the file. Of two with one id the first counts. */
  public Map<String, PaperText> papers(String name, InputStream in) throws IOException {
    Map<String, PaperText> papers = new LinkedHashMap<>();
    lines(
        name,
        in,
        line -> {
          PaperText paper = format.paper(line);
          if (papers.putIfAbsent(paper.id(), paper) != null) {
            throw new BadLine("there is a paper with the id " + paper.id() + " already");
          }
        });
    return papers;
  }

  /** Profiles in the order of the file. */
  public List<ProfileLine> profiles(String name, InputStream in) throws IOException {
    List<ProfileLine> profiles = new ArrayList<>();
    lines(name, in, line -> profiles.add(format.profile(line)));
    return profiles;
  }

  /** What each profile wants, by the profile's id: lines of {@code {"id","relevant":[ids]}}. */
  public Map<String, Set<String>> wanted(String name, InputStream in) throws IOException {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    lines(name, in, line -> wanted.putAll(format.wanted(line)));
    return wanted;
  }

  /** Ids of candidates; none if the file holds no array of ids, which is reported. */
  public Optional<List<String>> candidates(String name, InputStream in) throws IOException {
    try {
      return Optional.of(format.candidates(decoded(Lines.withoutMark(in.readAllBytes()))));
    } catch (BadLine e) {
      rejected++;
      complaints.accept(name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void lines(String name, InputStream in, LineReader reader) throws IOException {
    Lines.read(
        name,
        in,
        (number, line) -> {
          try {
            reader.read(decoded(line));
          } catch (BadLine e) {
            rejected++;
            complaints.accept(name + " line " + number + ": " + e.getMessage());
          }
        });
  }

  private static String decoded(byte[] bytes) throws BadLine {
    return switch (Utf8.decode(bytes)) {
      case Parsed.Valid<String>(String text) -> text;
      case Parsed.Invalid<String>(_, String reason) -> throw new BadLine(reason);
    };
  }

  private interface LineReader {
    void read(String line) throws BadLine;
  }
}
