package io.paperwire.ingest.source;

import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;

/** Hugging Face, Semantic Scholar, and a feed of a laboratory. */
record BadLists(Stage stage) {

  /** Sets what it answers, and notes what is to come of it. */
  void play() {
    huggingFace();
    semanticScholar();
    feeds();
  }

  private void huggingFace() {
    String list = Works.daily(5, "2606.40001", "2606.40002");
    stage
        .upstream("hugging-face")
        .answerAll(
            Stage.THROTTLED,
            Stage.dying(list),
            Answer.ok(list),
            Answer.ok(Works.daily(5, "2606.40002", "2606.40001")),
            Answer.ok("[]"),
            Stage.ERROR_PAGE,
            Answer.ok(Works.daily(7, "2606.40001")),
            Answer.ok(Works.daily(7, "2606.40001")));
    stage.expect("hugging-face", "arxiv:2606.40001 ANNOUNCED", "arxiv:2606.40002 ANNOUNCED");
  }

  private void semanticScholar() {
    stage
        .upstream("semantic-scholar")
        .answerAll(
            Stage.THROTTLED,
            Answer.ok(Works.citations(10, "t", "2606.50001")),
            Stage.dying(Works.citations(4, "", "2606.50002")),
            Answer.ok(Works.citations(4, "", "2606.50002")),
            Answer.ok(Works.citations(4, "t", "2606.50002")),
            Answer.ok(Works.citations(0, "")),
            Answer.ok(Works.citations(13, "", "2606.50001")),
            Answer.ok(Works.citations(13, "", "2606.50001")));
  }

  private void feeds() {
    String whole = Works.feed("f1", "f2");
    stage
        .upstream("feeds")
        .answerAll(
            Stage.BUSY,
            Stage.dying(whole),
            Stage.ERROR_PAGE,
            Answer.tagged("\"1\"", whole),
            Answer.tagged("\"2\"", Works.feed("f2", "f3", "f1")),
            Answer.tagged("\"3\"", Works.feed()),
            Answer.tagged("\"4\"", whole));
    stage.expect(
        "feeds",
        "doi:10.5555/f1 ANNOUNCED",
        "doi:10.5555/f2 ANNOUNCED",
        "doi:10.5555/f3 ANNOUNCED");
  }
}
