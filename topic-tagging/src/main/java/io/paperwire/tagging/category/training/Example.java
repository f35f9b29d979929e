package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.FeatureTable.Vector;

/**
 * A paper to learn from.
 *
 * @param vector its features
 * @param primary class of its primary category
 * @param further classes of its other categories
 * @param weight how much it counts
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
record Example(Vector vector, int primary, int[] further, float weight) {}
