package io.paperwire.ingest.format;

import io.paperwire.ingest.record.Fault;
import java.util.function.Function;

/** What reading a piece of input came to. */
public sealed interface Parsed<T> {

  /** It was understood. */
  record Valid<T>(T value) implements Parsed<T> {}

  /**
   * It was not.
   *
   * @param fault what kind of fault it is
   * @param reason what is wrong, where, and what to do
   */
  record Invalid<T>(Fault fault, String reason) implements Parsed<T> {

    /** The same fault for another type of result. */
    public <R> Parsed<R> as() {
      return new Invalid<>(fault, reason);
    }
  }

  /** Understood. */
  static <T> Parsed<T> valid(T value) {
    return new Valid<>(value);
  }

  /** Not understood. */
  static <T> Parsed<T> invalid(Fault fault, String reason) {
    return new Invalid<>(fault, reason);
  }

  /** Reads on with what was understood. */
  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return switch (this) {
      case Valid<T>(T value) -> next.apply(value);
      case Invalid<T> invalid -> invalid.as();
    };
  }
}
