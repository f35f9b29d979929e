package io.paperwire.notify.web.likes;

import io.paperwire.notify.web.catalogue.StoredVector;
import java.util.Optional;

/**
 * What a subscriber holds up as an example.
 *
 * @param id tells it from the subscriber's others
 * @param paperId the paper's id; empty for a text
 * @param title the paper's title, or the beginning of the text
 * @param text the text; empty for a paper
 * @param liked whether it is of what they want, and not of what they do not want
 * @param origin where it comes from, in words
 * @param vector what it means, once it was worked out
 * @param words how many words that was worked out from; {@link
 *     io.paperwire.notify.matching.Brevity#NONE} for a paper with its abstract
 */
public record Example(
    long id,
    Optional<String> paperId,
    String title,
    Optional<String> text,
    boolean liked,
    String origin,
    Optional<StoredVector> vector,
    int words) {}
