package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.ledger.DigestRecord;
import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.notify.deliver.patience.Stopped;
import io.paperwire.notify.deliver.sending.DigestReader;
import io.paperwire.notify.deliver.sending.UndeliverableDigest;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.catalogue.Topic;
import java.util.Optional;

/** Reads digests with the topic's own deserializer; waits while the registry is out of order. */
public final class TopicDigestReader implements DigestReader {

  private final Topic<String, Digest> topic;
  private final Patience registry;

  /** A reader of one topic. */
  public TopicDigestReader(Topic<String, Digest> topic, Patience registry) {
    this.topic = topic;
    this.registry = registry;
  }

  @Override
  public Digest read(DigestRecord record) {
    try {
      return registry
          .await(
              () ->
                  Optional.ofNullable(
                      topic.valueSerde().deserializer().deserialize(topic.name(), record.bytes())))
          .orElseThrow(() -> new UndeliverableDigest("the record is empty"));
    } catch (Stopped | UndeliverableDigest known) {
      throw known;
    } catch (RuntimeException failure) {
      throw new UndeliverableDigest("the record is not a digest", failure);
    }
  }
}
