/**
 * The research topics that papers are tagged with and that subscribers choose from.
 *
 * <p>The vocabulary is a folder of YAML files, one a field, that a domain expert edits; {@code
 * vocabulary/index.yaml} lists them and says what the fields of a topic mean. {@link
 * io.paperwire.topics.Vocabulary#load} reads it, and refuses it with the line and the remedy when
 * an id, a phrase or a relation does not hold: a topic is found by its phrases, so two topics must
 * not share one, and the broader relation is followed from topic to topic, so it must not run in a
 * circle. Whatever loads is sound.
 *
 * <p>{@link io.paperwire.topics.ArxivCategories} are the subjects into which arXiv sorts papers; a
 * topic names those in which its papers are.
 */
@NullMarked
package io.paperwire.topics;

import org.jspecify.annotations.NullMarked;
