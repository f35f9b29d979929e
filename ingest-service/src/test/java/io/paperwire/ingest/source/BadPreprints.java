package io.paperwire.ingest.source;

import io.paperwire.ingest.source.pubmed.PubmedAnswers;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.util.List;

/** bioRxiv, OpenAlex, Crossref, PubMed. */
record BadPreprints(Stage stage) {

  /** Sets what it answers, and notes what is to come of it. */
  void play() {
    biorxiv();
    openAlex();
    crossref();
    pubmed();
  }

  private void biorxiv() {
    String unpadded = stage.unpaddedDay();
    String first = Works.biorxiv("\"250\"", unpadded, "a 1 new", "b 2 new");
    String second =
        Works.biorxiv("250", stage.day(), "b 2 new", "a 1 new", "c 1 new", "d 2 WITHDRAWN");
    stage
        .upstream("biorxiv")
        .answerAll(
            Stage.BUSY,
            Answer.ok(first),
            Stage.dying(second),
            Answer.ok(Works.biorxiv("250", stage.day())),
            Answer.ok(second),
            Answer.ok(Works.biorxivEnd()),
            Answer.ok(second),
            Answer.ok(Works.biorxivEnd()));
    stage.expect(
        "biorxiv",
        "doi:10.1101/a ANNOUNCED",
        "doi:10.1101/b REVISED",
        "doi:10.1101/c ANNOUNCED",
        "doi:10.1101/d WITHDRAWN");
  }

  private void openAlex() {
    String first = Works.openAlex(9, "c2", stage.day(), "w1", "w2");
    String second = Works.openAlex(9, "", stage.day() + "T01:02:03.123456", "w3", "w1");
    String touched = Works.openAlex(9, "", Stage.OLD, "w4");
    stage
        .upstream("openalex")
        .answerAll(
            Stage.THROTTLED,
            Stage.cut(first),
            Answer.ok(first),
            Stage.dying(second),
            Answer.ok(second),
            Answer.ok(Works.openAlex(9, "c3", stage.day())),
            Answer.ok(touched),
            Answer.ok(Works.openAlex(9, "", stage.day(), "w2", "w3", "w1")));
    stage.expect(
        "openalex",
        "doi:10.1234/w1 ANNOUNCED",
        "doi:10.1234/w2 ANNOUNCED",
        "doi:10.1234/w3 ANNOUNCED");
  }

  /** One cursor leads through the pages of a day, and is moved on by every request. */
  private void crossref() {
    String first = Works.crossref("c", stage.day(), Works.names("p", 1, 200));
    String second = Works.crossref("c", stage.day(), Works.names("p", 201, 400));
    String third = Works.crossref("c", stage.day(), List.of("p401", "p402", "p7"));
    stage
        .upstream("crossref")
        .answerAll(
            Stage.THROTTLED,
            Answer.ok(first),
            Answer.of(404, "an expired cursor"),
            Answer.ok(first),
            Answer.ok(second),
            Stage.dying(third),
            Answer.ok(first),
            Answer.ok(second),
            Answer.ok(third),
            Answer.ok(Works.crossref("c4", Stage.OLD, Works.names("old", 1, 3))),
            Stage.ERROR_PAGE,
            Answer.ok(Works.crossref("c5", stage.day(), Works.names("p", 1, 200).reversed())),
            Answer.ok(Works.crossref("c6", stage.day(), List.of())));
    stage.expect(
        "crossref",
        Works.names("doi:10.31234/p", 1, 402).stream()
            .map(id -> id + " ANNOUNCED")
            .toArray(String[]::new));
  }

  private void pubmed() {
    String day = stage.unpaddedDay();
    String first = PubmedAnswers.article("42286391", "10.7777/a", day);
    String second = PubmedAnswers.article("42286392", "10.7777/b", day);
    String touched = PubmedAnswers.article("12286392", "10.7777/old", Stage.OLD);
    String found = PubmedAnswers.found(2, "42286391", "42286392");
    String articles = PubmedAnswers.articles(first, second);
    stage
        .upstream("pubmed")
        .answer(
            "/esearch.fcgi",
            Answer.of(429, "{\"error\":\"API rate limit exceeded\",\"count\":\"4\"}"),
            Answer.ok(PubmedAnswers.found(2)),
            Stage.dying(found),
            Answer.ok(found),
            Answer.ok(PubmedAnswers.found(2, "42286392", "42286391")));
    stage
        .upstream("pubmed")
        .answer(
            "/efetch.fcgi",
            Stage.BUSY,
            Stage.dying(articles),
            Stage.cut(articles),
            Answer.ok(PubmedAnswers.articles()),
            Answer.ok(articles),
            Answer.ok(PubmedAnswers.articles(second, touched, first)));
    stage.expect("pubmed", "doi:10.7777/a ANNOUNCED", "doi:10.7777/b ANNOUNCED");
  }
}
