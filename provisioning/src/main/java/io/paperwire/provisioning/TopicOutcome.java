package io.paperwire.provisioning;

/** What became of one topic. */
public sealed interface TopicOutcome {

  /** Name of the topic. */
  String topic();

  /** The topic was not there and has been created. */
  record Created(String topic, int partitions) implements TopicOutcome {}

  /** The topic was there, as it should be. */
  record Present(String topic) implements TopicOutcome {}

  /**
   * The topic was there, with other settings. It has been left as it is.
   *
   * @param difference what differs, for people
   */
  record Different(String topic, String difference) implements TopicOutcome {}
}
