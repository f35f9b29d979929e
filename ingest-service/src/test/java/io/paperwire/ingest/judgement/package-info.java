@NullMarked
package io.paperwire.ingest.judgement;

import org.jspecify.annotations.NullMarked;
