package io.paperwire.standalone.cli;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.tagging.paper.PaperText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paper of a file as it is judged. */
final class JudgedText {

  /** An id of arXiv since 2007 begins with year and month; papers of 2090 do not come as files. */
  private static final Pattern ARXIV = Pattern.compile("arxiv:([0-8]\\d)(0[1-9]|1[0-2])\\.\\d{4,}");

  private JudgedText() {}

  /** What is read of a paper. Where the file does not tell its date, its arXiv id may. */
  static PaperText of(SourceRecord paper) {
    Optional<LocalDate> published =
        paper
            .dates()
            .published()
            .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
            .or(() -> monthOf(paper.paperId().toString()));
    return new PaperText(
        paper.title(), paper.abstractText().orElse(""), paper.categories(), published);
  }

  private static Optional<LocalDate> monthOf(String id) {
    Matcher arxiv = ARXIV.matcher(id);
    return arxiv.matches()
        ? Optional.of(
            LocalDate.of(
                2000 + Integer.parseInt(arxiv.group(1)), Integer.parseInt(arxiv.group(2)), 1))
        : Optional.empty();
  }
}
