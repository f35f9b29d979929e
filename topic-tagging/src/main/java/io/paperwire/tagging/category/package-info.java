/**
 * Predicts in which arXiv categories a paper belongs, by its words alone.
 *
 * <p>{@link io.paperwire.tagging.category.CategoryModel} is a linear model over words and pairs of
 * words ({@link io.paperwire.tagging.category.CategoryFeatures}). What authors choose changes from
 * time to time: new categories come up, and what was filed under vision is filed under language a
 * few years later. The model therefore knows several eras, predicts category and era together, and
 * adds up what the eras say, those near the paper's date first. {@link
 * io.paperwire.tagging.category.training} makes the model out of papers.
 */
@NullMarked
package io.paperwire.tagging.category;

import org.jspecify.annotations.NullMarked;
