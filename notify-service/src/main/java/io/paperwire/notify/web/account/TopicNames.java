package io.paperwire.notify.web.account;

import java.util.Optional;

/** The names of the topics that one can subscribe to. */
@FunctionalInterface
public interface TopicNames {

  /** A topic's name for readers; empty if there is no topic of that id. */
  Optional<String> label(String topic);
}
