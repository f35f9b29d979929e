package io.paperwire.ingest.source;

import io.paperwire.ingest.source.arxivapi.QueryPages;
import io.paperwire.ingest.source.arxivfeed.Feeds;
import io.paperwire.ingest.source.arxivoai.OaiPages;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;

/** arXiv's feeds, OAI server and API. */
record BadArxiv(Stage stage) {

  /** Sets what it answers, and notes what is to come of it. */
  void play() {
    arxivFeed();
    arxivOai();
    arxivApi();
  }

  private void arxivFeed() {
    Feeds.Item own = Feeds.Item.of("2601.20001v1", "new");
    Feeds.Item crossed = Feeds.Item.of("2601.20050v1", "cross");
    Feeds.Item old = Feeds.Item.of("2601.08000v1", "cross");
    Feeds.Item revised = Feeds.Item.of("2512.00001v10", "replace");
    Feeds.Item later = Feeds.Item.of("2601.20060v1", "new");
    String day = Feeds.rss(own, crossed, old, revised, later);
    String turned = Feeds.rss(revised, old, later, crossed, own);
    stage
        .upstream("arxiv")
        .answer(
            "/rss/cs.CL",
            Stage.FORBIDDEN,
            Stage.dying(day),
            Stage.cut(day),
            Answer.tagged("\"1\"", day),
            Answer.tagged("\"2\"", turned),
            Answer.tagged("\"3\"", Feeds.rss()),
            Answer.tagged("\"4\"", day));
    stage.expect(
        "arxiv-feed",
        "arxiv:2601.20001 ANNOUNCED",
        "arxiv:2601.20050 ANNOUNCED",
        "arxiv:2601.20060 ANNOUNCED",
        "arxiv:2601.08000 CROSS_LISTED",
        "arxiv:2512.00001 REVISED");
  }

  private void arxivOai() {
    OaiPages.Rec first = OaiPages.Rec.of("2606.10001", stage.mailDate());
    OaiPages.Rec second = OaiPages.Rec.of("hep-th/9901001", Stage.OLD_MAIL_DATE, stage.mailDate());
    OaiPages.Rec touched = OaiPages.Rec.of("1905.00001", Stage.OLD_MAIL_DATE);
    OaiPages.Rec third = OaiPages.Rec.of("2606.10003", stage.mailDate());
    String one = OaiPages.page(OaiPages.records(first, touched), "t1");
    String two =
        OaiPages.page(OaiPages.deleted("2606.10009") + OaiPages.records(second, first), "t2");
    String last = OaiPages.last(third, second, first);
    stage
        .upstream("arxiv")
        .answer(
            "/oai",
            Stage.BUSY,
            Answer.ok(one),
            Stage.dying(two),
            Stage.cut(two),
            Answer.ok(OaiPages.error("badResumptionToken")),
            Answer.ok(one),
            Answer.ok(two),
            Answer.ok(last),
            Answer.ok(OaiPages.error("noRecordsMatch")),
            Answer.ok(last));
    stage.expect(
        "arxiv-oai",
        "arxiv:2606.10001 ANNOUNCED",
        "arxiv:hep-th/9901001 REVISED",
        "arxiv:2606.10003 ANNOUNCED");
  }

  private void arxivApi() {
    String first = QueryPages.entry("2606.30001v1", stage.stamp(), stage.stamp());
    String second = QueryPages.entry("2606.30002v1", stage.stamp(), stage.stamp());
    String third = QueryPages.entry("1905.30003v3", Stage.OLD + "T00:00:00Z", stage.stamp());
    String beginning = QueryPages.page(3, first, second);
    String end = QueryPages.page(3, third);
    stage
        .upstream("arxiv")
        .answer(
            "/api/query",
            Stage.FORBIDDEN,
            Answer.ok(QueryPages.page(3)),
            Answer.ok(beginning),
            Stage.dying(end),
            Answer.ok(QueryPages.page(3)),
            Answer.ok(end),
            Answer.ok(QueryPages.page(3, third, second, first)));
    stage.expect(
        "arxiv-api",
        "arxiv:2606.30001 ANNOUNCED",
        "arxiv:2606.30002 ANNOUNCED",
        "arxiv:1905.30003 REVISED");
  }
}
