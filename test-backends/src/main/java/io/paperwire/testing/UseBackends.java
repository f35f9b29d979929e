package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the backends that a test class needs. {@link Backends} becomes a parameter of its
 * constructor and methods.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ExtendWith(BackendsExtension.class)
public @interface UseBackends {

  /** The backends. */
  Backend[] value();
}
