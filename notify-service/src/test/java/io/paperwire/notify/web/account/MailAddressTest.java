package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MailAddressTest {

  @Test
  void shouldTakeWhatCanBeWrittenTo() {
    assertThat(MailAddress.parse(" Ines.Q+papers@Example.ORG "))
        .hasValueSatisfying(
            address -> {
              assertThat(address.text()).isEqualTo("Ines.Q+papers@Example.ORG");
              assertThat(address.key()).isEqualTo("ines.q+papers@example.org");
              assertThat(address.toString()).doesNotContain("Ines");
            });
  }

  @Test
  void shouldWriteADomainInOtherScriptsAsMailServersKnowIt() {
    assertThat(MailAddress.parse("ines@müller.example").map(MailAddress::text))
        .contains("ines@xn--mller-kva.example");
    assertThat(MailAddress.parse("ines@例え.example").map(MailAddress::key))
        .contains("ines@xn--r8jz45g.example");
  }

  @Test
  void shouldRefuseWhatCannot() {
    List<String> wrong =
        List.of(
            "",
            "ines",
            "@example.org",
            "ines@localhost",
            "ines@example.org, eve@example.org",
            "Ines <ines@example.org>",
            "ines@example.org\r\nBcc: eve@example.org",
            "in es@example.org",
            "ines\0@example.org",
            "ines\ud800@example.org",
            "group:ines@example.org,eve@example.org;",
            "group:ines@example.org;",
            "\"ines\"@example.org",
            "\"in\\\\es\"@example.org",
            "\"ines\r\n eve\"@example.org",
            "\"ines\u0001\"@example.org",
            "ines@[192.0.2.1]",
            "ines@-example.org",
            ".ines@example.org",
            "in\u200bes@example.org",
            "inés@example.org",
            "ines@stra\u00dfe.example",
            "a".repeat(65) + "@example.org",
            "a@" + "b.".repeat(125) + "org",
            "a".repeat(250) + "@example.org");

    assertThat(wrong).allSatisfy(text -> assertThat(MailAddress.parse(text)).isEmpty());
  }
}
