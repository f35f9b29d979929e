package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.matching.PaperInView;
import java.time.Instant;

/**
 * A paper of the catalogue that interests can be judged on.
 *
 * @param paper as it is listed
 * @param read as it is judged
 * @param firstSeen when Paperwire first saw it
 */
public record JudgedPaper(ListedPaper paper, PaperInView read, Instant firstSeen) {}
