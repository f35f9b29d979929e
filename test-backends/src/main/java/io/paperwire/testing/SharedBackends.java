package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The backends of a JVM: each is started once, when a test class first asks for it. */
final class SharedBackends implements AutoCloseable {

  private final Function<Set<Backend>, RunningBackends> start;
  private final Map<Backend, RunningBackends> running = new EnumMap<>(Backend.class);

  /**
   * Nothing is started yet.
   *
   * @param start starts backends
   */
  SharedBackends(Function<Set<Backend>, RunningBackends> start) {
    this.start = start;
  }

  /** The backends that a test class asks for; starts those that do not run yet. */
  synchronized Backends ask(Set<Backend> wanted) {
    Set<Backend> missing = EnumSet.copyOf(wanted);
    missing.removeAll(running.keySet());
    if (!missing.isEmpty()) {
      RunningBackends started = start.apply(missing);
      missing.forEach(backend -> running.put(backend, started));
    }
    Map<Backend, Backends> asked = new EnumMap<>(Backend.class);
    wanted.forEach(
        backend -> asked.put(backend, Objects.requireNonNull(running.get(backend), "started")));
    return new AskedBackends(asked);
  }

  @Override
  public synchronized void close() {
    new HashSet<>(running.values()).forEach(RunningBackends::close);
    running.clear();
  }
}
