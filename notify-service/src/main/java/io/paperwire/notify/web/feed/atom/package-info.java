/**
 * Atom 1.0 (RFC 4287), as far as Paperwire says it: a {@link
 * io.paperwire.notify.web.feed.atom.AtomFeed} of {@link io.paperwire.notify.web.feed.atom.AtomEntry
 * entries}, and the {@link io.paperwire.notify.web.feed.atom.AtomWriter} that makes a document of
 * it.
 *
 * <p>The package is pure and knows nothing of papers. All texts are plain: a writer of XML escapes
 * them, and what XML cannot hold is left out, so that a document is well-formed whatever stands in
 * a text.
 */
@NullMarked
package io.paperwire.notify.web.feed.atom;

import org.jspecify.annotations.NullMarked;
