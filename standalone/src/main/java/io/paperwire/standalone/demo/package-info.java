/**
 * The demonstration: one run of the main job on real parts, checked end to end.
 *
 * <p>{@link io.paperwire.standalone.demo.Demo} tells the story in order: subscribers sign up
 * through the web API, confirm through the links in the mails they got, papers are fed through
 * ingest's watched folder, and mails come. What must have happened is computed apart from the
 * services, by {@link io.paperwire.standalone.demo.Expectation}: it takes the enriched papers from
 * the public topic and scans every interest against every paper, without the index, the topology or
 * the stores that the match role uses. What did happen is read from the far end, the mails in the
 * mailbox. The demo succeeds only if both agree, paper by paper and subscriber by subscriber: it
 * looks on for a while after the last mail that had to come, and reads the events to their end.
 */
@NullMarked
package io.paperwire.standalone.demo;

import org.jspecify.annotations.NullMarked;
