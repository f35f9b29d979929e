package io.paperwire.provisioning;

import io.paperwire.schemas.catalogue.Topic;
import java.util.List;

/** How the topics and schemas that a service works with come to be in place before it starts. */
@FunctionalInterface
public interface Provisioning {

  /**
   * Creates the topics that are missing and registers the schemas that are. Safe to repeat, and to
   * do from several instances at once.
   *
   * @param wanted the topics that the service reads and writes
   * @throws ProvisioningException if the broker or the registry cannot be reached or refuses, or if
   *     the registry holds a schema that is not compatible, or topics that are read together differ
   *     in their partitions
   * @throws InterruptedException if the service ends meanwhile
   */
  void ensure(List<? extends Topic<?, ?>> wanted) throws InterruptedException;

  /** Nothing is done: an operations team puts all in place before the service starts. */
  static Provisioning leftToOperators() {
    return _ -> {};
  }
}
