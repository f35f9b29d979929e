/**
 * Summaries that a language model writes, for those who configure one; off by default, and nothing
 * but titles and abstracts leaves the machine. A stage beside the streams: a paper's first record
 * goes out with the sentences of its abstract that say what is new, the stage reads it there, asks
 * the endpoint, and writes the answer to {@code paper-summaries}, and the main stream takes it from
 * there into a second record.
 *
 * <p>An endpoint may be slow, wrong or away, so the stage is no Kafka Streams topology, whose
 * transactions must not wait for anybody: {@link io.paperwire.enrich.writing.SummaryStage} reads
 * and writes with plain clients, and {@link io.paperwire.enrich.writing.Summarizer} asks for a few
 * papers at a time on threads of its own, and passes a paper over if the endpoint fails. Such a
 * paper keeps its extracted summary, and is asked for again with its next record. {@link
 * io.paperwire.enrich.writing.Circuit} stops asking an endpoint that keeps failing. {@link
 * io.paperwire.enrich.writing.ChatEndpoint} knows the protocol, and that an answer is text of
 * limited length and nothing else.
 */
@NullMarked
package io.paperwire.enrich.writing;

import org.jspecify.annotations.NullMarked;
