package io.paperwire.standalone.cli;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.likeness.PaperText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A paper of a file as it is ranked. */
final class RankedText {

  private RankedText() {}

  /** Papers by id, in the order of the file. Of several with one id the first counts. */
  static Map<String, PaperText> read(PaperInput input, Path file) throws IOException {
    Map<String, PaperText> texts = new LinkedHashMap<>();
    try (InputStream in = PaperInput.open(file)) {
      input.readEachOnce(in, paper -> texts.put(paper.sourceKey(), of(paper)));
    }
    return texts;
  }

  private static PaperText of(SourceRecord paper) {
    return new PaperText(
        paper.sourceKey(), paper.title(), paper.abstractText().orElse(""), paper.categories());
  }
}
