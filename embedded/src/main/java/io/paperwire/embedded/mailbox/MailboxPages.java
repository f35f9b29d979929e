package io.paperwire.embedded.mailbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders the mailbox's pages. */
final class MailboxPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Pattern HEAD =
      Pattern.compile("<head(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"&]+(?:&amp;[^\\s<>\"&]+)*");
  private static final String STYLE =
      """
      :root { color-scheme: light dark }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid #8884; vertical-align: top }
      td { overflow-wrap: anywhere }
      td.time { white-space: nowrap; color: #888 }
      th { color: #888; font-weight: 500 }
      iframe { width: 100%; height: 60rem; border: 1px solid #8884; border-radius: 6px; background: #fff }
      pre { white-space: pre-wrap; border: 1px solid #8884; border-radius: 6px; padding: 1rem; overflow-wrap: anywhere }
      nav a { margin-right: 1.2rem }
      """;

  private static final int MAILS_A_PAGE = 100;

  private MailboxPages() {}

  /**
   * A page of the list of mails, newest first.
   *
   * @param mails all mails that are kept, in the order of arrival
   * @param before only mails with a smaller number; where this is not said, the page looks again
   */
  static String list(List<Mail> mails, MailboxCapacity capacity, OptionalInt before) {
    List<Mail> older =
        mails.reversed().stream()
            .filter(mail -> mail.number() < before.orElse(Integer.MAX_VALUE))
            .toList();
    List<Mail> shown = older.stream().limit(MAILS_A_PAGE).toList();
    return page(
        "Mailbox",
        before.isPresent() ? "" : "<meta http-equiv=\"refresh\" content=\"5\">",
        "<h1>"
            + (before.isPresent() ? "<a href=\"/\">Mailbox</a>" : "Mailbox")
            + "</h1><p>"
            + count(mails.size())
            + ", newest first."
            + (capacity.isUnlimited() ? "" : kept(capacity))
            + "</p>"
            + (mails.isEmpty()
                ? "<p>No mail yet. This page looks again every few seconds.</p>"
                : table(shown))
            + (shown.size() < older.size()
                ? "<p><a href=\"/?before=" + shown.getLast().number() + "\">Older mails</a></p>"
                : ""));
  }

  private static String table(List<Mail> mails) {
    return "<table><thead><tr><th>Received (UTC)<th>To<th>Subject</tr></thead><tbody>"
        + mails.stream().map(MailboxPages::row).collect(Collectors.joining("\n"))
        + "</tbody></table>";
  }

  private static String kept(MailboxCapacity capacity) {
    return " Only the newest are kept, in memory: "
        + capacity.mails()
        + " mails at most, and "
        + (capacity.characters() >> 20)
        + " MiB in all.";
  }

  static String mail(Mail mail) {
    String number = Integer.toString(mail.number());
    String html =
        mail.html().isPresent()
            ? "<h2 id=\"html\">HTML</h2><iframe title=\"The mail in HTML\""
                + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/"
                + number
                + "/html\"></iframe>"
            : "<h2 id=\"html\">HTML</h2><p>This mail has no HTML part.</p>";
    String text =
        "<h2 id=\"text\">Plain text</h2>"
            + mail.text()
                .map(part -> "<pre>" + linked(escape(part)) + "</pre>")
                .orElse("<p>This mail has no plain text part.</p>");
    String headers =
        mail.headers().stream()
            .map(h -> "<tr><th>" + escape(h.name()) + "<td>" + escape(h.value()) + "</tr>")
            .collect(Collectors.joining("\n"));
    return page(
        mail.subject(),
        "",
        "<p><a href=\"/\">&larr; Mailbox</a></p><h1>"
            + escape(mail.subject())
            + "</h1><p>From "
            + escape(mail.from())
            + "<br>To "
            + escape(mail.to())
            + "</p><nav><a href=\"#html\">HTML</a><a href=\"#text\">Plain text</a>"
            + "<a href=\"#headers\">Headers</a><a href=\"/mails/"
            + number
            + "/source\">Source</a></nav>"
            + html
            + text
            + "<h2 id=\"headers\">Headers</h2><table>"
            + headers
            + "</table>");
  }

  /** The HTML part as it came, its links opening outside the frame. */
  static String frame(Mail mail) {
    String html = mail.html().orElse("");
    Matcher head = HEAD.matcher(html);
    int at = head.find() ? head.end() : 0;
    return html.substring(0, at) + "<base target=\"_blank\">" + html.substring(at);
  }

  private static String row(Mail mail) {
    return "<tr><td class=\"time\">"
        + TIME.format(mail.receivedAt())
        + "<td>"
        + escape(mail.to())
        + "<td><a href=\"/mails/"
        + mail.number()
        + "\">"
        + escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())
        + "</a></tr>";
  }

  private static String count(int mails) {
    return mails == 1 ? "1 mail" : mails + " mails";
  }

  private static String page(String title, String head, String body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static String linked(String escaped) {
    return LINK.matcher(escaped)
        .replaceAll(
            link ->
                "<a href=\"$0\" target=\"_blank\" rel=\"noopener noreferrer\">$0</a>"
                    .replace("$0", Matcher.quoteReplacement(link.group())));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
