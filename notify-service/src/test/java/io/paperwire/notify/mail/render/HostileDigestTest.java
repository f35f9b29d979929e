package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Papers are written by strangers: nothing in them may change what a mail is. */
final class HostileDigestTest {

  private final MailRenderer renderer = SampleDigests.renderer();

  @Test
  void shouldKeepLineBreaksOfATitleOutOfTheSubject() {
    OutgoingMail mail = render(item("Fine\r\nBcc: victim@example.com\r\n\r\n<h1>spam</h1>"));

    assertThat(mail.subject()).isEqualTo("New paper: Fine Bcc: victim@example.com <h1>spam</h1>");
    assertThat(mail.headers()).doesNotContainKey("Bcc");
  }

  @Test
  void shouldEscapeMarkupInEveryField() {
    String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    DigestItem.Builder item =
        item(script)
            .setAuthors(List.of(script))
            .setAbstractText(script)
            .setTopics(List.of(SampleDigests.topic("t", script, 1)))
            .setReasons(List.of(SampleDigests.reason(ReasonKind.PHRASE, script, script + "!", 1)));

    String html = render(item).html();

    assertThat(html).doesNotContain("<script", "<img", "onerror=alert(1)>");
    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void shouldLinkOnlyToWebAddresses() {
    for (String address :
        List.of(
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "https:",
            "https://exa mple.org/",
            "not an address",
            "")) {
      OutgoingMail mail = render(item("A title").setUrl(address));
      assertThat(mail.html()).as(address).contains("A title").doesNotContain(">A title</a>");
      assertThat(mail.text()).as(address).contains("  1. A title").doesNotContain("alert");
    }
  }

  @Test
  void shouldEscapeWhatMayStandInAWebAddress() {
    OutgoingMail mail = render(item("A title").setUrl("https://example.org/?a='b'&c=Größe"));

    assertThat(mail.html())
        .contains(
            "<a class=\"link\" href=\"https://example.org/?a=&#39;b&#39;&amp;c=Gr%C3%B6%C3%9Fe\"");
    assertThat(mail.text()).contains("     https://example.org/?a='b'&c=Gr%C3%B6%C3%9Fe\n");
  }

  @Test
  void shouldDropInvisibleAndReorderingCharactersButKeepScriptsAndEmoji() {
    OutgoingMail mail =
        render(
            item(
                "\u202Etxt.exe\u202C שלום \u200Bעולם $\\alpha$-Divergence 👩‍🔬 \uD800"
                    + " می‌خواهم\u0007"));

    assertThat(mail.subject())
        .isEqualTo("New paper: txt.exe שלום עולם $\\alpha$-Divergence 👩‍🔬 می‌خواهم");
    assertThat(mail.html()).contains("dir=\"auto\"");
  }

  @Test
  void shouldShowAPaperOfWhichHardlyAnythingIsKnown() {
    DigestItem bare =
        SampleDigests.item("seed:bare", " \u200B ").setUrl("").setReasons(List.of()).build();

    OutgoingMail mail =
        renderer.digest(
            SampleDigests.digest(Cadence.INSTANT, List.of(bare)),
            "anna@example.net",
            Sending.FIRST);

    assertThat(mail.subject()).isEqualTo("New paper: seed:bare");
    assertThat(mail.text())
        .contains(
            """
              1. seed:bare
                 seen 22 Nov 2026

                 Why this: it matches your interests.
            """);
  }

  @Test
  void shouldShortenWhatIsEndless() {
    DigestItem.Builder item =
        item("word ".repeat(100_000))
            .setAbstractText("x".repeat(5_000_000))
            .setAuthors(Collections.nCopies(3_000, "A. Name"));

    OutgoingMail mail = render(item);

    assertThat(mail.subject()).hasSize("New paper: ".length() + 80).endsWith("word…");
    assertThat(mail.html()).hasSizeLessThan(8_000);
    assertThat(mail.text()).hasSizeLessThan(2_500).contains("A. Name, A. Name and 2996 more");
  }

  @Test
  void shouldFallBackToUtcWhereTheZoneIsUnknown() {
    Digest digest = SampleDigests.digest(Cadence.DAILY, List.of(item("A title").build()));
    Digest strange = Digest.newBuilder(digest).setZone("Mars/Olympus").build();

    assertThat(renderer.digest(strange, "anna@example.net", Sending.FIRST).subject())
        .isEqualTo("Your daily digest, Mon 23 Nov: 1 paper");
  }

  @Test
  void shouldRenderDatesFarFromNow() {
    Instant far = Instant.ofEpochMilli(Long.MAX_VALUE);

    assertThat(render(item("A title").setPublishedAt(far)).text()).contains("17 Aug 292278994");
  }

  @Test
  void shouldRefuseAnAddressThatHoldsALineBreak() {
    Digest digest = SampleDigests.digest(Cadence.DAILY, SampleDigests.papers());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> renderer.digest(digest, "anna@example.net\r\nBcc: x@example.org", Sending.FIRST))
        .withMessage("header 'to' holds a control character");
  }

  private OutgoingMail render(DigestItem.Builder item) {
    return renderer.digest(
        SampleDigests.digest(Cadence.INSTANT, List.of(item.build())),
        "anna@example.net",
        Sending.FIRST);
  }

  private static DigestItem.Builder item(String title) {
    Reason reason = SampleDigests.reason(ReasonKind.UNKNOWN, "anything", "", 1);
    return SampleDigests.item("arxiv:2401.00001", title).setReasons(List.of(reason));
  }
}
