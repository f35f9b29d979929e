package io.paperwire.notify.mail.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.mail.report.ReturnedMail;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Renders each kind of mail that Paperwire sends. Safe for use by many threads. */
public final class MailRenderer {

  /** The header of a mail that its reader may have got before. */
  public static final String REPEAT_HEADER = "X-Paperwire-Repeat";

  private static final int MESSAGE_ID_BYTES = 16;

  private final TemplateEngine html = engine(ContentType.Html, "io.paperwire.notify.templates");
  private final TemplateEngine text = engine(ContentType.Plain, "io.paperwire.notify.texts");
  private final MailLinks links;
  private final MailOrigin origin;

  /** A renderer for one deployment. */
  public MailRenderer(MailLinks links, MailOrigin origin) {
    this.links = links;
    this.origin = origin;
  }

  /** Asks the owner of an address to confirm a subscription. */
  public OutgoingMail confirmation(ConfirmationRequest request) {
    String link = links.confirm(request.subscriberId());
    Map<String, Object> parameters =
        Map.of(
            "link", link,
            "interests", request.interests().stream().map(CleanText::line).toList(),
            "rhythm", rhythm(request.cadence()),
            "site", links.site(),
            "home", links.home());
    return mail(
        request.address(),
        "Please confirm your Paperwire subscription",
        "mail/confirmation.jte",
        parameters,
        messageId("confirm", link),
        automatic());
  }

  /** Brings a subscriber the link to the preferences. */
  public OutgoingMail manageLink(UUID subscriberId, String address) {
    return manage(
        subscriberId,
        address,
        "manage",
        "Manage your Paperwire subscription",
        "You asked %s for the link to your preferences. There you choose what you hear about, how"
            + " often and when");
  }

  /** Brings a subscriber the link with which all can be erased. */
  public OutgoingMail erasure(UUID subscriberId, String address) {
    String link = links.erase(subscriberId);
    Map<String, Object> parameters =
        Map.of("link", link, "site", links.site(), "home", links.home());
    return mail(
        address,
        "Erase your Paperwire subscription",
        "mail/erasure.jte",
        parameters,
        messageId("erasure", link),
        automatic());
  }

  /** Tells a subscriber for whom somebody signed up again that nothing came of it. */
  public OutgoingMail known(UUID subscriberId, String address) {
    return manage(
        subscriberId,
        address,
        "known",
        "You have a Paperwire subscription already",
        "Someone, hopefully you, asked %s to send new papers to this address, which has a"
            + " subscription already. Nothing has changed: what was chosen in the form is no part"
            + " of it. You can add it in your preferences, and choose there how often and when"
            + " papers come");
  }

  private OutgoingMail manage(
      UUID subscriberId, String address, String kind, String subject, String why) {
    String link = links.manage(subscriberId);
    Map<String, Object> parameters =
        Map.of(
            "title", subject,
            "why", why.formatted(links.site()),
            "link", link,
            "unsubscribe", links.unsubscribe(subscriberId),
            "site", links.site(),
            "home", links.home());
    return mail(
        address, subject, "mail/manage.jte", parameters, messageId(kind, link), automatic());
  }

  /**
   * Tells a subscriber about papers.
   *
   * @param digest the papers
   * @param address the subscriber's
   * @param sending whether the reader may have got it before
   * @throws IllegalArgumentException if the digest's subscriber id is not a UUID
   */
  public OutgoingMail digest(Digest digest, String address, Sending sending) {
    UUID subscriberId = UUID.fromString(digest.getSubscriberId());
    String unsubscribe = links.unsubscribe(subscriberId);
    DigestPage page = DigestPage.of(digest, links, subscriberId, sending);
    Map<String, Object> parameters =
        Map.of(
            "page", page,
            "manage", links.manage(subscriberId),
            "unsubscribe", unsubscribe,
            "site", links.site(),
            "home", links.home());
    return mail(
        address,
        page.subject(),
        "mail/digest.jte",
        parameters,
        digestMessageId(digest.getDigestId()),
        digestHeaders(subscriberId, digest.getCadence(), unsubscribe, sending));
  }

  /** The Message-ID of a digest: the same whenever and wherever it is rendered. */
  public String digestMessageId(String digestId) {
    return messageId("digest", digestId);
  }

  private Map<String, String> digestHeaders(
      UUID subscriberId, Cadence cadence, String unsubscribe, Sending sending) {
    Map<String, String> headers = new LinkedHashMap<>();
    String ways =
        origin
            .unsubscribeMailbox()
            .map(box -> "<%s>, <mailto:%s?subject=unsubscribe>".formatted(unsubscribe, box))
            .orElse("<" + unsubscribe + ">");
    headers.put("List-Unsubscribe", ways);
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("List-Id", "Paperwire digests <digests." + origin.domain() + ">");
    headers.put("Precedence", "bulk");
    headers.put(
        "Feedback-ID",
        cadence.name().toLowerCase(Locale.ROOT) + ":digest:paperwire:" + origin.domain());
    headers.put(ReturnedMail.TOKEN_HEADER, links.reportToken(subscriberId));
    headers.putAll(automatic());
    if (sending == Sending.PERHAPS_AGAIN) {
      headers.put(REPEAT_HEADER, "possible");
    }
    return headers;
  }

  private static Map<String, String> automatic() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Auto-Submitted", "auto-generated");
    // Not "All", which keeps back the reports of mails that cannot be delivered (MS-OXCMAIL,
    // section 2.1.3.2.20).
    headers.put("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply");
    return headers;
  }

  private OutgoingMail mail(
      String to,
      String subject,
      String template,
      Map<String, Object> parameters,
      String messageId,
      Map<String, String> headers) {
    StringOutput page = new StringOutput();
    html.render(template, parameters, page);
    StringOutput plain = new StringOutput();
    text.render(template, parameters, plain);
    return new OutgoingMail(to, subject, page.toString(), plain.toString(), messageId, headers);
  }

  private String messageId(String kind, String source) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(hash, 0, MESSAGE_ID_BYTES);
      return "<" + kind + "-" + name + "@" + origin.domain() + ">";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String rhythm(Cadence cadence) {
    return switch (cadence) {
      case INSTANT -> "as soon as they come in";
      case DAILY -> "once a day";
      case WEEKLY -> "once a week";
      case UNKNOWN -> "as they come in";
    };
  }

  private static TemplateEngine engine(ContentType type, String packageName) {
    return TemplateEngine.createPrecompiled(
        null, type, MailRenderer.class.getClassLoader(), packageName);
  }
}
