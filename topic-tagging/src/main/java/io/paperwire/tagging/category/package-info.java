/**
 * Predicts in which arXiv categories a paper belongs, by its words and its sentence vector.
 *
 * <p>{@link io.paperwire.tagging.category.CategoryModel} adds up two judgements: that of a linear
 * model over words and pairs of words ({@link io.paperwire.tagging.category.CategoryFeatures}) and,
 * once there is a vector, that of a small network which reads it ({@link
 * io.paperwire.tagging.category.SentenceNetwork}). What authors choose changes from time to time:
 * new categories come up, and what was filed under vision is filed under language a few years
 * later. The model therefore knows several eras, predicts category and era together, and adds up
 * what the eras say, those near the paper's date first. {@link
 * io.paperwire.tagging.category.training} makes the model out of papers.
 */
@NullMarked
package io.paperwire.tagging.category;

import org.jspecify.annotations.NullMarked;
