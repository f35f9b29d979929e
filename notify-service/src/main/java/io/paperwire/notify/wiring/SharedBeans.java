package io.paperwire.notify.wiring;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.mail.render.MailOrigin;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.role.MailingRole;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Builds what the roles share. */
@Factory
final class SharedBeans {

  @Singleton
  Vocabulary vocabulary() {
    return Vocabulary.load();
  }

  /**
   * The database. What a statement was given are addresses and what people are interested in, so no
   * message of a failure has it; the driver's own has none either, for which {@code
   * logServerErrorDetail} is switched off in the configuration.
   */
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }

  /** Made at the start, so that a missing secret is told before the first mail needs it. */
  @Context
  @MailingRole
  TokenSigner tokenSigner(
      @Property(name = "paperwire.token.secret", defaultValue = "") List<String> secrets,
      InstantSource clock) {
    try {
      return new TokenSigner(secrets.stream().filter(secret -> !secret.isBlank()).toList(), clock);
    } catch (IllegalArgumentException weak) {
      throw new ConfigurationException(
          "paperwire.token.secret (environment PAPERWIRE_TOKEN_SECRET) signs the links in mails: "
              + weak.getMessage()
              + ". Set one of at least "
              + TokenSigner.SECRET_BYTES
              + " random bytes, for example the output of: openssl rand -base64 48",
          weak);
    }
  }

  @Context
  @MailingRole
  MailRenderer mailRenderer(
      @Property(name = "paperwire.web.base-url") URI baseUrl,
      @Property(name = "paperwire.mail.from") String from,
      @Property(name = "paperwire.mail.unsubscribe-mailbox") Optional<String> unsubscribeMailbox,
      TokenSigner signer) {
    return new MailRenderer(links(baseUrl, signer), origin(from, unsubscribeMailbox));
  }

  private static MailLinks links(URI baseUrl, TokenSigner signer) {
    try {
      return new MailLinks(baseUrl, signer);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationException(
          "paperwire.web.base-url, the public address in the links of mails: " + wrong.getMessage(),
          wrong);
    }
  }

  private static MailOrigin origin(String from, Optional<String> unsubscribeMailbox) {
    try {
      return new MailOrigin(from, unsubscribeMailbox);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationException(
          "paperwire.mail.from or paperwire.mail.unsubscribe-mailbox: " + wrong.getMessage(),
          wrong);
    }
  }
}
