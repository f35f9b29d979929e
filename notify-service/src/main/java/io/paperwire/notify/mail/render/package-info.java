/**
 * Renders mails: a pure function from a digest, or from a request of a subscriber, to subject,
 * headers, HTML and plain text.
 *
 * <p>The way of a digest: {@link io.paperwire.notify.mail.render.MailRenderer} asks {@link
 * io.paperwire.notify.mail.render.DigestPage} for all that the reader will see, as text in the
 * reader's language and zone; two templates lay the same page out, {@code jte/mail/digest.jte} for
 * HTML and {@code jte-text/mail/digest.jte} for plain text. Templates decide about layout only;
 * wording, dates, counts and what is left out are decided in Java, once for both.
 *
 * <p>Everything that comes from a paper is hostile until shown otherwise. {@link
 * io.paperwire.notify.mail.render.CleanText} takes away what could break a header or fake a line,
 * JTE escapes for its place in the HTML, and only http and https addresses become links. Mails load
 * nothing from the network and count nobody's reading.
 */
@NullMarked
package io.paperwire.notify.mail.render;

import org.jspecify.annotations.NullMarked;
