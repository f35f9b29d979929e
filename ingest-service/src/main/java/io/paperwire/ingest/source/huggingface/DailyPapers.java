package io.paperwire.ingest.source.huggingface;

import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RecordedSignal.Kind;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Counts;
import io.paperwire.text.markup.LatexText;
import io.paperwire.text.markup.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands items of the daily papers. */
final class DailyPapers {

  private static final Pattern WEB = Pattern.compile("https?://\\S+");

  private final PaperLimits limits;

  DailyPapers(PaperLimits limits) {
    this.limits = limits;
  }

  /** The paper of an item. The outer dates are those of another time zone; the inner ones count. */
  Parsed<SourceRecord> paper(JsonView item) {
    JsonView paper = item.at("paper");
    Optional<ArxivId> id = id(item);
    if (id.isEmpty()) {
      return Parsed.invalid(Fault.WRONG_VALUE, "no arXiv id in 'paper.id'");
    }
    String key = id.get().key();
    Statement statement =
        Statement.about(id.get().canonical(), key)
            .title(paper.at("title").text().map(LatexText::toUnicode).orElse(""))
            .abstractText(paper.at("summary").text().map(LatexText::toUnicode).orElse(""))
            .authors(authors(paper.at("authors")))
            .published(paper.at("publishedAt").text().flatMap(DailyPapers::instant))
            .comment(paper.at("withdrawnAt").text().map(_ -> "Withdrawn").orElse(""))
            .link("abstract", "https://arxiv.org/abs/" + key)
            .link("discussion", "https://huggingface.co/papers/" + key);
    link(paper.at("githubRepo")).ifPresent(url -> statement.link("code", url));
    link(paper.at("projectPage")).ifPresent(url -> statement.link("project", url));
    return statement.within(limits);
  }

  /** The id of an item's paper. */
  static Optional<ArxivId> id(JsonView item) {
    return item.at("paper").at("id").text().flatMap(text -> ArxivId.parse(text.strip()));
  }

  /** The attention that an item tells of; stars are left out of many. */
  static Counts counts(JsonView item) {
    Map<Kind, Long> totals = new EnumMap<>(Kind.class);
    item.at("paper").at("upvotes").whole().ifPresent(count -> totals.put(Kind.UPVOTE, count));
    item.at("paper").at("githubStars").whole().ifPresent(count -> totals.put(Kind.STAR, count));
    item.at("numComments").whole().ifPresent(count -> totals.put(Kind.COMMENT, count));
    return new Counts(totals);
  }

  /** The repository whose stars are counted; empty where none is named. */
  static String repository(JsonView item) {
    return item.at("paper").at("githubRepo").text().map(String::strip).orElse("");
  }

  private static List<RecordedAuthor> authors(JsonView authors) {
    return authors.items().stream()
        .filter(author -> !author.at("hidden").isTrue())
        .flatMap(author -> author.at("name").text().stream())
        .map(PlainText::oneLine)
        .map(RecordedAuthor::named)
        .toList();
  }

  private static Optional<String> link(JsonView url) {
    return url.text().map(String::strip).filter(text -> WEB.matcher(text).matches());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
