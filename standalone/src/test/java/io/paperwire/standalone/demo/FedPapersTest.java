package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FedPapersTest {

  private static final String ID = "arxiv:2501.00001";
  private static final String PAPER = "{\"id\":\"" + ID + "\",\"title\":\"A paper\"}";

  @TempDir private Path folder;

  @Test
  void shouldSayWhichLinesAreNoPaperAndWhy() throws IOException {
    FedPapers fed = read(List.of(PAPER, "{\"id\":\"arxiv:2501.00002\"}", "{\"id\":"));

    assertThat(fed.ids()).containsExactly("arxiv:2501.00001");
    assertThat(fed.rejects()).isEqualTo(2);
    assertThat(fed.faults()).hasSize(2);
    assertThat(fed.faults().getFirst()).startsWith("line 2: ").contains("title");
    assertThat(fed.faults().getLast()).startsWith("line 3: ");
  }

  @Test
  void shouldTellTheFirstOfManyAndCountTheRest() throws IOException {
    FedPapers fed = read(Collections.nCopies(40, "{}"));
    DemoReport report =
        new DemoReport(1, fed.rejects(), fed.faults(), 1, 0, 0, List.of(), List.of());

    assertThat(report.lines())
        .contains("events published        1   (40 of the file's lines rejected)")
        .filteredOn(line -> line.startsWith("  line "))
        .hasSize(5);
    assertThat(report.lines()).contains("  and 35 more");
  }

  @Test
  void shouldCountWhatAFileSaysAnewOfAPaper() throws IOException {
    String revised = PAPER.replace("A paper", "A better paper");

    assertThat(read(List.of(PAPER, PAPER)).statements()).isEqualTo(Map.of(ID, 1));
    assertThat(read(List.of(PAPER, revised, PAPER)).statements()).isEqualTo(Map.of(ID, 3));
  }

  private FedPapers read(List<String> lines) throws IOException {
    return FedPapers.of(Files.write(folder.resolve("papers.jsonl"), lines));
  }
}
