package io.paperwire.notify.mail.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reports as mail servers write them, each a file of {@code src/test/resources/report}. */
public enum SampleReport {
  POSTFIX_GONE("postfix-gone"),
  POSTFIX_DELAYED("postfix-delayed"),
  EXCHANGE_GONE("exchange-gone"),
  COMPLAINT("complaint");

  private final String name;

  SampleReport(String name) {
    this.name = name;
  }

  /** A report on one mail. */
  public String on(String address, String messageId, String token) {
    return template()
        .replace("ADDRESS", address)
        .replace("MESSAGE-ID", messageId)
        .replace("TOKEN", token);
  }

  private String template() {
    try (InputStream file = SampleReport.class.getResourceAsStream("/report/" + name + ".eml")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
