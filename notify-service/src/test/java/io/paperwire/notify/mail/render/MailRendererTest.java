package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.token.TokenOutcome;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.ReasonKind;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MailRendererTest {

  private final MailRenderer renderer = SampleDigests.renderer();
  private final Digest daily = SampleDigests.digest(Cadence.DAILY, SampleDigests.papers());

  @Test
  void shouldLetMailClientsUnsubscribeWithOneClick() {
    OutgoingMail mail = renderer.digest(daily, "anna@example.net", Sending.FIRST);

    assertThat(mail.headers())
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .hasEntrySatisfying(
            "List-Unsubscribe",
            link ->
                assertThat(link)
                    .matches("<https://papers\\.example\\.org/unsubscribe/[\\w-]{56}>"));
  }

  @Test
  void shouldCarryAProofForReportsInNoTextThatReadersHandOn() {
    OutgoingMail mail = renderer.digest(daily, "anna@example.net", Sending.FIRST);

    String token = String.valueOf(mail.headers().get("X-Paperwire-Report"));
    assertThat(SampleDigests.signer().verify(token, TokenScope.REPORT))
        .isInstanceOfSatisfying(
            TokenOutcome.Valid.class,
            valid -> assertThat(valid.subscriberId()).isEqualTo(SampleDigests.ANNA));
    assertThat(mail.html() + mail.text()).doesNotContain(token);
  }

  @Test
  void shouldOfferAMailboxForUnsubscribingWhereThereIsOne() {
    OutgoingMail mail =
        SampleDigests.renderer(Optional.of("leave@example.org"))
            .digest(daily, "anna@example.net", Sending.FIRST);

    assertThat(mail.headers().get("List-Unsubscribe"))
        .endsWith(">, <mailto:leave@example.org?subject=unsubscribe>");
  }

  @Test
  void shouldKeepTheMessageIdOfADigestAndTellARepetition() {
    OutgoingMail first = renderer.digest(daily, "anna@example.net", Sending.FIRST);
    OutgoingMail again = renderer.digest(daily, "anna@example.net", Sending.PERHAPS_AGAIN);

    assertThat(again.messageId())
        .isEqualTo(first.messageId())
        .isEqualTo(renderer.digestMessageId(daily.getDigestId()));
    assertThat(again.headers()).containsEntry("X-Paperwire-Repeat", "possible");
    assertThat(first.headers()).doesNotContainKey("X-Paperwire-Repeat");
    assertThat(again.html()).contains("You may have received this mail before");
    assertThat(again.text()).contains("You may have received this mail before");
    assertThat(first.html() + first.text()).doesNotContain("received this mail before");
  }

  @Test
  void shouldLoadNothingFromTheNetwork() {
    String html = renderer.digest(daily, "anna@example.net", Sending.FIRST).html();

    assertThat(html).doesNotContain("<img", "<link", "src=", "url(", "@import", "<script");
    assertThat(Pattern.compile("href=\"(https?://[^/\"]+)").matcher(html).results())
        .extracting(match -> match.group(1))
        .containsOnly("https://papers.example.org", "https://arxiv.org");
  }

  @Test
  void shouldKeepLongMailsBelowTheSizeAtWhichClientsCutThem() {
    List<DigestItem> items =
        IntStream.range(0, 100).mapToObj(count -> SampleDigests.papers().get(count % 3)).toList();
    OutgoingMail mail =
        renderer.digest(
            SampleDigests.digest(Cadence.WEEKLY, items), "anna@example.net", Sending.FIRST);

    assertThat(mail.html()).hasSizeLessThan(102 * 1024).contains("And 80 more");
    assertThat(Pattern.compile("https://arxiv.org/abs").matcher(mail.text()).results())
        .hasSize(100);
    assertThat(Pattern.compile("Why this:").matcher(mail.text()).results()).hasSize(100);
    assertThat(Pattern.compile("Why this:").matcher(mail.html()).results()).hasSize(100);
  }

  @Test
  void shouldKeepLinesOfTextWithinTheColumnsExceptForAddresses() {
    String text = renderer.digest(daily, "anna@example.net", Sending.FIRST).text();

    assertThat(text.lines().filter(line -> !line.strip().startsWith("https://")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextBlock.COLUMNS));
    assertThat(text).doesNotContain("\n\n\n");
  }

  @Test
  void shouldSayInTheSubjectWhatIsInTheMail() {
    assertThat(subject(Cadence.DAILY))
        .isEqualTo(
            "Your daily digest, Mon 23 Nov: 3 papers on Large language models, Low-rank adaptation"
                + " and more");
    assertThat(subject(Cadence.WEEKLY))
        .startsWith("Your weekly digest, 16–23 Nov: 3 papers on Large language models");
    assertThat(subject(Cadence.INSTANT))
        .isEqualTo("3 new papers: LoRA: Low-Rank Adaptation of Large Language Models and more");
  }

  @Test
  void shouldNameAuthorsInTheSubjectWhereOnlyAuthorsMatched() {
    assertThat(subject(ofAuthor()))
        .isEqualTo("Your daily digest, Mon 23 Nov: 1 paper by Noam Shazeer");
  }

  @Test
  void shouldSayThatThereIsMoreWhereOnlyAnAuthorMatchedSomePapers() {
    DigestItem ofTopic =
        SampleDigests.item("arxiv:1706.03763", "Diffusion")
            .setReasons(
                List.of(SampleDigests.reason(ReasonKind.TOPIC, "Diffusion models", "diffusion", 1)))
            .build();

    assertThat(subject(ofTopic, ofAuthor()))
        .isEqualTo("Your daily digest, Mon 23 Nov: 2 papers on Diffusion models and more");
  }

  @Test
  void shouldNotGiveAnAuthorThePapersThatOnlyAQueryFound() {
    assertThat(subject(ofAuthor(), ofQuery()))
        .isEqualTo("Your daily digest, Mon 23 Nov: 2 papers by Noam Shazeer and more");
  }

  @Test
  void shouldNameAPhraseAsTheTopicsBesideItBegin() {
    assertThat(subject(ofQuery(), ofPhrase("graphs"))).endsWith(" 2 papers on Graphs and more");
    assertThat(subject(ofQuery())).endsWith(" 1 paper on topic:graphs NOT survey");
    assertThat(subject(ofPhrase("gaussian splatting"))).endsWith(" 1 paper on Gaussian splatting");
    assertThat(subject(ofPhrase("low-rank adaptation"))).endsWith(" on Low-rank adaptation");
    assertThat(subject(ofPhrase("k-means"))).endsWith(" on k-means");
    assertThat(subject(ofPhrase("arXiv papers"))).endsWith(" on arXiv papers");
  }

  private static DigestItem ofPhrase(String phrase) {
    return SampleDigests.item("arxiv:1706.03764", "A paper")
        .setReasons(List.of(SampleDigests.reason(ReasonKind.PHRASE, phrase, phrase, 1.0)))
        .build();
  }

  private static DigestItem ofQuery() {
    return SampleDigests.item("arxiv:1706.03765", "Another paper")
        .setReasons(
            List.of(
                SampleDigests.reason(ReasonKind.QUERY, "topic:graphs NOT survey", "Graphs", 1.0)))
        .build();
  }

  private static DigestItem ofAuthor() {
    return SampleDigests.item("arxiv:1706.03762", "Attention Is All You Need")
        .setReasons(
            List.of(SampleDigests.reason(ReasonKind.AUTHOR, "Noam Shazeer", "Noam Shazeer", 1.0)))
        .build();
  }

  private String subject(DigestItem... items) {
    Digest digest = SampleDigests.digest(Cadence.DAILY, List.of(items));
    return renderer.digest(digest, "anna@example.net", Sending.FIRST).subject();
  }

  @Test
  void shouldTellTheMonthsOfAWeekThatBeginsInAnother() {
    Digest digest =
        Digest.newBuilder(SampleDigests.digest(Cadence.WEEKLY, SampleDigests.papers()))
            .setWindowStart(Instant.parse("2026-10-28T23:30:00Z"))
            .setWindowEnd(Instant.parse("2026-11-04T23:30:00Z"))
            .build();

    assertThat(renderer.digest(digest, "anna@example.net", Sending.FIRST).subject())
        .startsWith("Your weekly digest, 29 Oct–5 Nov: ");
  }

  @Test
  void shouldNameOneDayWhereAWeekIsNoLongerThanThat() {
    Digest digest =
        Digest.newBuilder(SampleDigests.digest(Cadence.WEEKLY, SampleDigests.papers()))
            .setWindowStart(Instant.parse("2026-11-04T09:00:00Z"))
            .setWindowEnd(Instant.parse("2026-11-04T11:30:00Z"))
            .build();

    assertThat(renderer.digest(digest, "anna@example.net", Sending.FIRST).subject())
        .startsWith("Your weekly digest, 4 Nov: ");
  }

  @Test
  void shouldRefuseAnOriginOrABaseAddressThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailOrigin("nobody", Optional.empty()))
        .withMessage("'nobody' is not a mail address");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailOrigin("papers@example..org", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailOrigin("a@b.org", Optional.of("c@d.org>\r\nX: y")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MailLinks(
                    URI.create("ftp://example.org"),
                    new TokenSigner(List.of("x".repeat(32)), InstantSource.system())))
        .withMessage("'ftp://example.org' is not an http or https address");
  }

  private String subject(Cadence cadence) {
    return renderer
        .digest(
            SampleDigests.digest(cadence, SampleDigests.papers()),
            "anna@example.net",
            Sending.FIRST)
        .subject();
  }
}
