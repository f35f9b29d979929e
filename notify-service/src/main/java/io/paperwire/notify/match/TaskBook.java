package io.paperwire.notify.match;

import io.paperwire.notify.role.MatchRole;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** What the tasks of this instance say of themselves, for {@code /health} and the metrics. */
@Singleton
@MatchRole
final class TaskBook implements MatchNews {

  private final Map<String, TaskLoad> loads = new ConcurrentHashMap<>();
  private final Map<String, Filling> filling = new ConcurrentHashMap<>();

  /**
   * How far tasks have filled their index.
   *
   * @param tasks how many of them fill it
   * @param read subscribers that are in it
   * @param all about how many there are
   */
  record Filling(int tasks, long read, long all) {

    private Filling and(Filling other) {
      return new Filling(tasks + other.tasks, read + other.read, all + other.all);
    }
  }

  @Override
  public void fills(String task, long read, long all) {
    filling.put(task, new Filling(1, read, Math.max(read, all)));
  }

  @Override
  public void isFilled(String task) {
    filling.remove(task);
  }

  @Override
  public void works(String task, TaskLoad load) {
    loads.put(task, load);
  }

  @Override
  public void ends(String task) {
    loads.remove(task);
  }

  /** Papers of the past that wait to be matched. */
  long backlog() {
    return sum(TaskLoad::backlog);
  }

  /** Subscribers whom tasks match papers for. */
  long subscribers() {
    return sum(TaskLoad::subscribers);
  }

  /** What these subscribers ask for, all together. */
  long interests() {
    return sum(TaskLoad::interests);
  }

  /** How far the tasks are that fill their index and match nothing yet, if any does. */
  Optional<Filling> filling() {
    return filling.values().stream().reduce(Filling::and);
  }

  private long sum(ToLongFunction<TaskLoad> what) {
    return loads.values().stream().mapToLong(what).sum();
  }
}
