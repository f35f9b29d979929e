/**
 * The enrich service: merges what sources say about a paper into one record, decides what it is
 * about, and follows the attention that it gets.
 *
 * <p>The flow of a paper: {@link io.paperwire.enrich.topology} reads an event, {@link
 * io.paperwire.enrich.dossier} looks up what is known and adds it, {@link
 * io.paperwire.enrich.merge}, {@link io.paperwire.tagging} and {@link io.paperwire.enrich.trend}
 * make the record of it. {@link io.paperwire.enrich.wiring} puts the parts together out of
 * configuration. Whoever wants a judgement without a stream calls {@link
 * io.paperwire.tagging.PaperJudge}.
 */
@NullMarked
package io.paperwire.enrich;

import org.jspecify.annotations.NullMarked;
