package io.paperwire.notify.paper;

import io.paperwire.likeness.LearntTerms;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what was learnt of words into the contract's form, a byte a weight, and reads it. */
public final class TermsRecord {

  private static final int HIGHEST = 255;

  private TermsRecord() {}

  /** As the contracts have it; nothing if nothing was learnt. */
  public static Optional<io.paperwire.schemas.LearntTerms> write(LearntTerms learnt) {
    if (learnt.isEmpty()) {
      return Optional.empty();
    }
    float greatest = 0;
    for (float weight : learnt.weights()) {
      greatest = Math.max(greatest, weight);
    }
    float scale = greatest / HIGHEST;
    ByteBuffer terms = ByteBuffer.allocate(Integer.BYTES * learnt.terms().length);
    ByteBuffer weights = ByteBuffer.allocate(learnt.weights().length);
    for (int i = 0; i < learnt.terms().length; i++) {
      terms.putInt(learnt.terms()[i]);
      weights.put((byte) Math.max(1, Math.round(learnt.weights()[i] / scale)));
    }
    return Optional.of(new io.paperwire.schemas.LearntTerms(terms.flip(), weights.flip(), scale));
  }

  /** What a record says; nothing was learnt if there is none, or not a weight for each term. */
  public static LearntTerms read(io.paperwire.schemas.@Nullable LearntTerms written) {
    if (written == null) {
      return LearntTerms.NONE;
    }
    ByteBuffer terms = written.getTerms().duplicate();
    ByteBuffer weights = written.getWeights().duplicate();
    if (terms.remaining() != Integer.BYTES * weights.remaining()) {
      return LearntTerms.NONE;
    }
    int[] hashes = new int[terms.remaining() / Integer.BYTES];
    float[] values = new float[weights.remaining()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = terms.getInt();
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(weights.get()) * written.getScale();
    }
    return new LearntTerms(hashes, values);
  }
}
