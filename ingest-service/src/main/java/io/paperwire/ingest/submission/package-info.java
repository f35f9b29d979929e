/**
 * Papers and signals over HTTP: {@code POST /api/papers} and {@code POST /api/signals}, each one
 * JSON object, an array of them, or newline-delimited JSON.
 *
 * <p>{@link io.paperwire.ingest.submission.ApiKeyFilter} lets in who has a key, {@link
 * io.paperwire.ingest.submission.RequestBody} takes the body apart, and {@link
 * io.paperwire.ingest.submission.Submissions} writes: requests that arrive together share a
 * transaction, and each is answered when it has been committed. What a request may count on: what
 * was answered is durable and visible; a request that got no answer, or 503, can be repeated, and
 * what had been written is then called {@code unchanged}.
 *
 * <p>Each instance writes under a transactional id of its own and remembers what it wrote and what
 * all instances had written when it started. A paper that is posted to two running instances may
 * therefore be announced by both; enrich merges the two. Whole-request errors are problems (RFC
 * 9457); what is wrong with one item is told beside it and stops no other.
 */
@NullMarked
package io.paperwire.ingest.submission;

import org.jspecify.annotations.NullMarked;
