@NullMarked
package io.paperwire.ingest.source.huggingface;

import org.jspecify.annotations.NullMarked;
