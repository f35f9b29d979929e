package io.paperwire.standalone.cli;

import picocli.CommandLine.Option;

/** The option that seeds all that a benchmark draws, so that it can be run again. */
final class BenchSeed {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all that is drawn (${DEFAULT-VALUE}).")
  private long seed;

  long value() {
    return seed;
  }
}
