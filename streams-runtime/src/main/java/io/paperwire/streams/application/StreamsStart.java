package io.paperwire.streams.application;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsRuntime;
import jakarta.inject.Singleton;

/** Starts the stream with the application. */
@Singleton
@Requires(beans = StreamDefinition.class)
final class StreamsStart implements ApplicationEventListener<StartupEvent> {

  private final StreamsRuntime runtime;

  StreamsStart(StreamsRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    runtime.start();
  }
}
