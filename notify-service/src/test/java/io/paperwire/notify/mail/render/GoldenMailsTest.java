package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.DigestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each kind of mail, as a whole. What a change does to the mails shows in the files of {@code
 * src/test/resources/mail}; the mails as they are now are written to {@code target/mails}, to be
 * looked at and copied over if they are right.
 */
final class GoldenMailsTest {

  private static final Path EXPECTED = Path.of("src/test/resources/mail");
  private static final Path ACTUAL = Path.of("target/mails");

  private final MailRenderer renderer = SampleDigests.renderer();

  @Test
  void shouldRenderTheDailyDigest() throws IOException {
    check(
        "daily",
        renderer.digest(
            SampleDigests.digest(Cadence.DAILY, SampleDigests.papers()),
            "anna@example.net",
            Sending.FIRST));
  }

  @Test
  void shouldRenderAnInstantMailThatMayBeARepetition() throws IOException {
    check(
        "instant-again",
        renderer.digest(
            SampleDigests.digest(Cadence.INSTANT, List.of(SampleDigests.lora())),
            "anna@example.net",
            Sending.PERHAPS_AGAIN));
  }

  @Test
  void shouldRenderALongWeeklyDigestWithTitlesAndReasonsBeyondTheBest() throws IOException {
    List<DigestItem> many = new ArrayList<>();
    for (int count = 0; count < 8; count++) {
      many.addAll(SampleDigests.papers());
    }
    check(
        "weekly",
        renderer.digest(
            SampleDigests.digest(Cadence.WEEKLY, many), "anna@example.net", Sending.FIRST));
  }

  @Test
  void shouldRenderOtherScriptsFormulasAndWhatIsHardlyKnown() throws IOException {
    check(
        "odd",
        renderer.digest(
            SampleDigests.digest(Cadence.INSTANT, SampleDigests.oddPapers()),
            "anna@example.net",
            Sending.FIRST));
  }

  @Test
  void shouldRenderTheConfirmation() throws IOException {
    check(
        "confirmation",
        renderer.confirmation(
            new ConfirmationRequest(
                SampleDigests.ANNA,
                "anna@example.net",
                List.of("Large language models", "2 words or phrases", "1 author"),
                Cadence.DAILY)));
  }

  @Test
  void shouldRenderTheLinkToThePreferences() throws IOException {
    check("manage", renderer.manageLink(SampleDigests.ANNA, "anna@example.net"));
  }

  @Test
  void shouldRenderTheLinkThatErases() throws IOException {
    check("erasure", renderer.erasure(SampleDigests.ANNA, "anna@example.net"));
  }

  @Test
  void shouldRenderThatNothingCameOfASecondSignUp() throws IOException {
    check("known", renderer.known(SampleDigests.ANNA, "anna@example.net"));
  }

  private static void check(String name, OutgoingMail mail) throws IOException {
    String head = "Subject: " + mail.subject() + "\nMessage-ID: " + mail.messageId() + "\n";
    StringBuilder headers = new StringBuilder(head);
    mail.headers()
        .forEach((key, value) -> headers.append(key).append(": ").append(value).append('\n'));
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve(name + ".html"), mail.html());
    Files.writeString(ACTUAL.resolve(name + ".txt"), headers + "\n" + mail.text());
    assertThat(ACTUAL.resolve(name + ".txt"))
        .hasSameTextualContentAs(EXPECTED.resolve(name + ".txt"));
    assertThat(ACTUAL.resolve(name + ".html"))
        .hasSameTextualContentAs(EXPECTED.resolve(name + ".html"));
  }
}
