/**
 * What integration tests run on. A test class says with {@link io.paperwire.testing.UseBackends}
 * which backends it needs and takes {@link io.paperwire.testing.Backends} as a parameter; they are
 * started once for a JVM and shared by its test classes, which therefore use topics, schemas and
 * databases of their own names. The system property {@code paperwire.test.backends} chooses between
 * the embedded backends and containers; where there is no Docker, container tests are skipped with
 * a word about it.
 */
@NullMarked
package io.paperwire.testing;

import org.jspecify.annotations.NullMarked;
