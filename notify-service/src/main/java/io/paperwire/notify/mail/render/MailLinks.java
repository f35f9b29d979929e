package io.paperwire.notify.mail.render;

import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The addresses of the web pages that mails link to. Opening one shows a page and changes nothing:
 * mail scanners follow links. The page's button, or a mail client's own, posts to the same address.
 */
public final class MailLinks {

  /** Path of the page that confirms a subscription; the token follows after a slash. */
  public static final String CONFIRM_PATH = "/confirm";

  /** Path of the page with the preferences. */
  public static final String MANAGE_PATH = "/preferences";

  /** Path of the page that ends a subscription; a POST here is RFC 8058's one click. */
  public static final String UNSUBSCRIBE_PATH = "/unsubscribe";

  /** Path of the page that has a subscriber erased. */
  public static final String ERASE_PATH = "/erase";

  /** Path of the pages on which a subscriber says what they think of a paper. */
  public static final String FEEDBACK_PATH = "/feedback";

  private final String base;
  private final String site;
  private final TokenSigner signer;

  /**
   * The links of one deployment.
   *
   * @param base public address of the web pages, with or without a slash at the end
   * @throws IllegalArgumentException if it is not an http or https address with a host
   */
  public MailLinks(URI base, TokenSigner signer) {
    String scheme = base.getScheme();
    if (base.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException("'" + base + "' is not an http or https address");
    }
    this.base = base.toString().replaceAll("/+$", "");
    this.site = base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    this.signer = signer;
  }

  /** Where a new subscriber confirms the address. */
  public String confirm(UUID subscriberId) {
    return link(CONFIRM_PATH, subscriberId, TokenScope.CONFIRM);
  }

  /** Where a subscriber changes preferences. */
  public String manage(UUID subscriberId) {
    return link(MANAGE_PATH, subscriberId, TokenScope.MANAGE);
  }

  /** Where a subscriber ends the subscription. */
  public String unsubscribe(UUID subscriberId) {
    return link(UNSUBSCRIBE_PATH, subscriberId, TokenScope.UNSUBSCRIBE);
  }

  /** Where a subscriber has all erased; for a mail that was asked for, and no digest. */
  public String erase(UUID subscriberId) {
    return link(ERASE_PATH, subscriberId, TokenScope.ERASE);
  }

  /** No link, but the token by which a report on a mail proves whose mail it is. */
  String reportToken(UUID subscriberId) {
    return signer.issue(subscriberId, TokenScope.REPORT);
  }

  /** Where a subscriber says that more papers like one are wanted. */
  public String moreLike(UUID subscriberId, String paperId) {
    return feedback(subscriberId, "/more", paperId);
  }

  /** Where a subscriber says that fewer papers like one are wanted. */
  public String lessLike(UUID subscriberId, String paperId) {
    return feedback(subscriberId, "/less", paperId);
  }

  /** Where a subscriber says either: one address, for mails in plain text. */
  public String moreOrLess(UUID subscriberId, String paperId) {
    return feedback(subscriberId, "", paperId);
  }

  private String feedback(UUID subscriberId, String way, String paperId) {
    return "%s%s/%s%s?paper=%s"
        .formatted(
            base,
            FEEDBACK_PATH,
            signer.issue(subscriberId, TokenScope.FEEDBACK),
            way,
            URLEncoder.encode(paperId, StandardCharsets.UTF_8));
  }

  /** The front page. */
  public String home() {
    return base + "/";
  }

  /** The front page's host, for readers. */
  public String site() {
    return site;
  }

  private String link(String path, UUID subscriberId, TokenScope scope) {
    return base + path + "/" + signer.issue(subscriberId, scope);
  }
}
