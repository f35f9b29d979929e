package io.paperwire.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The papers and upvotes that come with the project; see the README beside them. */
public final class Sample {

  private Sample() {}

  /** Writes the sample papers to a file in a folder. */
  public static Path papersIn(Path folder) throws IOException {
    Path file = folder.resolve("papers.jsonl");
    try (InputStream in = papers()) {
      Files.copy(in, file);
    }
    return file;
  }

  /** The sample papers, as JSON Lines. */
  public static InputStream papers() {
    return open("papers.jsonl");
  }

  /** The upvotes of some of them. */
  public static Upvotes upvotes() throws IOException {
    try (InputStream in = open("signals.jsonl")) {
      return Upvotes.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        Sample.class.getResourceAsStream("/sample/" + name), "the jar lacks sample/" + name);
  }
}
