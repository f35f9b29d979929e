/**
 * Semantic Scholar: how often papers are cited. It tells no papers, only signals about them.
 *
 * <p>{@link io.paperwire.ingest.source.semanticscholar.CitationsFormat} reads its bulk search
 * through again and again. The first count of a paper is where counting begins: citations of former
 * years are no attention of today. From then on the differences go out.
 */
@NullMarked
package io.paperwire.ingest.source.semanticscholar;

import org.jspecify.annotations.NullMarked;
