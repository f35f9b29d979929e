package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.mail.render.MailOrigin;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.token.TokenSigner;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LinkMailerTest {

  private static final UUID ID = UUID.randomUUID();

  /** Addresses, with or without a scheme, and what some clients make a link of besides. */
  private static final Pattern LIKE_A_LINK =
      Pattern.compile("\\S+://\\S+|\\bwww\\.|@|\\b[\\w-]+\\.(?:example|com|org|net)\\b|\\d{6,}");

  private final List<OutgoingMail> sent = new ArrayList<>();
  private final LinkMailer mailer =
      new LinkMailer(
          new MailRenderer(
              new MailLinks(
                  URI.create("https://ours.invalid"),
                  new TokenSigner(
                      List.of("a secret that is for these tests only"), InstantSource.system())),
              new MailOrigin("papers@ours.invalid", Optional.empty())),
          mail -> {
            sent.add(mail);
            return new MailOutcome.Accepted("250 ok");
          },
          id -> Optional.of("Label of " + id));

  @Test
  void shouldBringNothingOfWhatWasTypedToAnAddressThatDidNotConfirm() {
    Preferences preferences =
        preferences(
            List.of("robotics"),
            List.of("win at https://casino.example now", "call 0123456789"),
            List.of("Casino Example, www.casino.com"),
            List.of("\"visit casino.org\" OR au:\"me@casino.net\""));

    mailer.sendConfirmation(ID, "stranger@example.org", preferences);

    OutgoingMail mail = sent.getFirst();
    assertThat(mail.text())
        .contains("  * Label of robotics\n  * 2 words or phrases\n  * 1 author\n  * 1 query\n");
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContainIgnoringCase("casino");
    assertThat(LIKE_A_LINK.matcher(withoutOurs(mail.text())).results()).isEmpty();
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(mail.html()).results())
        .allSatisfy(link -> assertThat(link.group(1)).startsWith("https://ours.invalid/"));
  }

  @Test
  void shouldNameTopicsAsLongAsTheyAreFew() {
    List<String> topics = IntStream.range(0, 14).mapToObj(i -> "t" + i).toList();

    mailer.sendConfirmation(
        ID, "stranger@example.org", preferences(topics, List.of(), List.of(), List.of()));

    assertThat(sent.getFirst().text())
        .contains("  * Label of t11\n  * 2 more topics\n")
        .doesNotContain("Label of t12");
  }

  private static String withoutOurs(String text) {
    return text.replaceAll("https://ours\\.invalid/\\S*", "");
  }

  private static Preferences preferences(
      List<String> topics, List<String> phrases, List<String> authors, List<String> queries) {
    return new Preferences(
        topics,
        phrases,
        authors,
        queries,
        Cadence.DAILY,
        ZoneId.of("UTC"),
        LocalTime.NOON,
        DayOfWeek.MONDAY);
  }
}
