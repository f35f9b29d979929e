/**
 * Small networks that read sentence vectors: a layer as it is kept, in a byte a weight ({@link
 * io.paperwire.tagging.network.NetworkLayer}), and as it learns ({@link
 * io.paperwire.tagging.network.AdamLayer}). What a network is asked is the business of those who
 * have one: {@link io.paperwire.tagging.category} and {@link io.paperwire.tagging.topic}.
 */
@NullMarked
package io.paperwire.tagging.network;

import org.jspecify.annotations.NullMarked;
