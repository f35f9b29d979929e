package io.paperwire.notify.web.catalogue;

import java.util.Optional;

/**
 * A paper of the catalogue that somebody holds up as an example.
 *
 * @param paperId canonical id
 * @param title its title
 * @param vector what it means, once it was worked out
 */
public record HeldPaper(String paperId, String title, Optional<StoredVector> vector) {}
