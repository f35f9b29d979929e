/**
 * A mailbox that takes every mail: an SMTP server on the loopback interface, and a page that lists
 * the mails and shows each in HTML, in plain text and in source. What a mail contains is a
 * stranger's text: it is escaped, and its HTML is shown in a frame without scripts or network.
 */
@NullMarked
package io.paperwire.embedded.mailbox;

import org.jspecify.annotations.NullMarked;
