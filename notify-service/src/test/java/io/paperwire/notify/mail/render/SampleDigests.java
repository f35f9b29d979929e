package io.paperwire.notify.mail.render;

import io.paperwire.notify.token.TokenSigner;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.TopicTag;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Digests of real papers, summarised in our own words, and a renderer whose links never change. */
final class SampleDigests {

  static final UUID ANNA = UUID.fromString("4f6c1a52-5d3e-4c8e-9a70-2b1f0c9d8e7f");
  static final Instant DUE = Instant.parse("2026-11-23T07:00:00Z");

  private SampleDigests() {}

  static MailRenderer renderer() {
    return renderer(Optional.empty());
  }

  static TokenSigner signer() {
    return new TokenSigner(
        List.of("a secret that is for these tests only"), InstantSource.fixed(DUE));
  }

  static MailRenderer renderer(Optional<String> unsubscribeMailbox) {
    return new MailRenderer(
        new MailLinks(URI.create("https://papers.example.org/"), signer()),
        new MailOrigin("digests@example.org", unsubscribeMailbox));
  }

  static Digest digest(Cadence cadence, List<DigestItem> items) {
    return Digest.newBuilder()
        .setDigestId("anna:daily:2026-11-23")
        .setSubscriberId(ANNA.toString())
        .setCadence(cadence)
        .setWindowStart(
            cadence == Cadence.WEEKLY
                ? Instant.parse("2026-11-16T07:00:00Z")
                : Instant.parse("2026-11-22T07:00:00Z"))
        .setWindowEnd(DUE)
        .setZone("Europe/Berlin")
        .setItems(items)
        .build();
  }

  /** Three papers: every kind of reason, with and without abstract and votes. */
  static List<DigestItem> papers() {
    return List.of(lora(), diffusion(), attention());
  }

  /** Papers in other scripts, with formulas, and of which hardly anything is known. */
  static List<DigestItem> oddPapers() {
    return List.of(
        item("doi:10.1000/1", "למידה עמוקה עבור עיבוד שפה טבעית: סקירה (Deep Learning)")
            .setAuthors(List.of("דנה כהן", "Yossi Levi"))
            .setAbstractText("תקציר קצר בעברית, with some English words, ועוד מילים.")
            .setReasons(List.of(reason(ReasonKind.PHRASE, "Deep Learning", "Deep Learning", 1)))
            .build(),
        item("doi:10.1000/2", "大规模语言模型的高效微调方法研究：从低秩适配到参数共享的系统比较与实验分析报告")
            .setAuthors(List.of("王小明", "李华"))
            .setAbstractText("本文研究了大规模语言模型的高效微调方法。".repeat(8))
            .build(),
        item(
                "doi:10.1000/3",
                "On $\\mathcal{O}(n^2)$ Bounds & <Tags> for 𝔽₂-Codes 👩‍🔬 with 5 > 3")
            .setPublishedAt(Instant.parse("2026-11-20T12:00:00Z"))
            .setVotes(12_345)
            .build(),
        item("seed:bare", "Untitled").setUrl("").build());
  }

  static DigestItem lora() {
    return item("arxiv:2106.09685", "LoRA: Low-Rank Adaptation of Large Language Models")
        .setAuthors(
            List.of(
                "Edward J. Hu",
                "Yelong Shen",
                "Phillip Wallis",
                "Zeyuan Allen-Zhu",
                "Yuanzhi Li",
                "Shean Wang",
                "Lu Wang",
                "Weizhu Chen"))
        .setAbstractText(
            "Summary: To adapt a large model to a task, LoRA leaves its weights as they are and"
                + " learns, beside some of its weight matrices, a product of two thin matrices."
                + " That is a small fraction of the parameters to be trained and stored for each"
                + " task, and since the product can be added into the weights afterwards, the"
                + " adapted model answers as fast as before. On several language models the result"
                + " is on a par with training everything.")
        .setSummary(
            "LoRA leaves the weights of a large model as they are and learns, beside some of its"
                + " weight matrices, a product of two thin matrices.")
        .setTopics(
            List.of(
                topic("large-language-models", "Large language models", 0.97),
                topic("parameter-efficient-fine-tuning", "Parameter-efficient fine-tuning", 0.91)))
        .setPublishedAt(Instant.parse("2021-06-17T17:37:18Z"))
        .setVotes(184)
        .setStandings(
            List.of(
                new TopicStanding(
                    "parameter-efficient-fine-tuning", "parameter-efficient fine-tuning", 1),
                new TopicStanding("large-language-models", "Large language models", 10)))
        .setReasons(
            List.of(
                reason(ReasonKind.TOPIC, "Large language models", "large language models", 0.97),
                reason(ReasonKind.PHRASE, "low-rank adaptation", "Low-Rank Adaptation", 1.0)))
        .build();
  }

  static DigestItem diffusion() {
    return item("arxiv:2006.11239", "Denoising Diffusion Probabilistic Models")
        .setAuthors(List.of("Jonathan Ho", "Ajay Jain", "Pieter Abbeel"))
        .setAbstractText(
            "Summary: A network learns to undo noise that is added to images step by step, and so"
                + " makes new images out of noise alone. The training objective is tied to"
                + " denoising score matching with Langevin dynamics.")
        .setTopics(List.of(topic("diffusion-models", "Diffusion models", 0.99)))
        .setPublishedAt(Instant.parse("2020-06-19T23:30:00Z"))
        .setVotes(1)
        .setReasons(
            List.of(
                reason(ReasonKind.TOPIC, "Generative models", "Diffusion models", 0.88),
                reason(ReasonKind.AUTHOR, "Pieter Abbeel", "Pieter Abbeel", 1.0)))
        .build();
  }

  static DigestItem attention() {
    return item("arxiv:1706.03762", "Attention Is All You Need")
        .setAuthors(
            List.of("Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Jakob Uszkoreit", "L. Jones"))
        .setReasons(
            List.of(
                reason(ReasonKind.AUTHOR, "Llion Jones", "L. Jones", 0.7),
                reason(ReasonKind.TREND, "", "", 0.5)))
        .build();
  }

  static DigestItem.Builder item(String paperId, String title) {
    return DigestItem.newBuilder()
        .setPaperId(paperId)
        .setTitle(title)
        .setFirstSeenAt(Instant.parse("2026-11-22T18:00:00Z"))
        .setUrl("https://arxiv.org/abs/" + paperId.substring(paperId.indexOf(':') + 1))
        .setScore(0.5);
  }

  static TopicTag topic(String id, String label, double score) {
    return TopicTag.newBuilder()
        .setTopic(id)
        .setLabel(label)
        .setScore(score)
        .setEvidence(List.of(label))
        .build();
  }

  static Reason reason(ReasonKind kind, String interest, String evidence, double score) {
    return Reason.newBuilder()
        .setKind(kind)
        .setInterestId(interest.replace(' ', '-'))
        .setInterest(interest)
        .setEvidence(evidence)
        .setScore(score)
        .build();
  }
}
