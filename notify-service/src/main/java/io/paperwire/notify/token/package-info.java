/**
 * Signed tokens that let a subscriber act without a password.
 *
 * <p>A token is the right to do one thing ({@link io.paperwire.notify.token.TokenScope}) for one
 * subscriber, until it expires. It is carried by links in mails, so it is short and safe in a URL;
 * that of reports is carried by a header. Nothing about it is stored: whoever holds a secret can
 * check it.
 *
 * <p>Format, version 1: 42 bytes as 56 characters of base64url (RFC 4648, section 5), which need no
 * padding and have exactly one spelling.
 *
 * <pre>
 * byte  0      version, 1
 * byte  1      scope
 * bytes 2-17   subscriber id
 * bytes 18-25  end of validity in seconds since the epoch, 0 for none
 * bytes 26-41  HMAC-SHA256 over the bytes before, cut to 128 bits as RFC 2104, section 5 allows
 * </pre>
 *
 * <p>Secrets rotate: the first one signs, all of them verify. A new secret is put in front. The old
 * one stays in the list for as long as links in old mails shall work (unsubscribe tokens never
 * expire, since a mail may be read after years), and is taken away at once if it leaked.
 */
@NullMarked
package io.paperwire.notify.token;

import org.jspecify.annotations.NullMarked;
