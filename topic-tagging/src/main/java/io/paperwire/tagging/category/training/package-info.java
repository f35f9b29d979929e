/**
 * Trains the model of {@link io.paperwire.tagging.category} out of papers whose categories are
 * known. Deterministic: the same papers in the same order give the same model.
 */
@NullMarked
package io.paperwire.tagging.category.training;

import org.jspecify.annotations.NullMarked;
