package io.paperwire.streams.application;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.streams.StreamDefinition;
import jakarta.inject.Singleton;

/** Starts the streams with the application. */
@Singleton
@Requires(beans = StreamDefinition.class)
final class StreamsStart implements ApplicationEventListener<StartupEvent> {

  private final ServiceStreams streams;

  StreamsStart(ServiceStreams streams) {
    this.streams = streams;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    streams.start();
  }
}
