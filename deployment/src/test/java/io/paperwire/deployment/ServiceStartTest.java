package io.paperwire.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

final class ServiceStartTest {

  @Test
  void shouldTellWhichSettingIsWrongHoweverDeepTheFailureIs() {
    Throwable failure =
        new IllegalArgumentException("paperwire.ingest.upstream.timeout must be positive, not 0");

    assertThat(ServiceStart.mistake(new RuntimeException(new RuntimeException("bean", failure))))
        .hasValue("paperwire.ingest.upstream.timeout must be positive, not 0");
    assertThat(ServiceStart.mistake(new IllegalStateException("no address: set kafka.x")))
        .hasValue("no address: set kafka.x");
    assertThat(ServiceStart.mistake(new ConfigurationException("a secret is needed")))
        .hasValue("a secret is needed");
  }

  @Test
  void shouldTellThatThePortIsTaken() {
    Throwable failure =
        new IllegalStateException(
            "Unable to start Micronaut server on port: 8081",
            new BindException("Address already in use"));

    assertThat(ServiceStart.mistake(failure))
        .hasValue("it cannot listen on its port (micronaut.server.port): Address already in use");
  }

  @Test
  void shouldTellWhichSettingOfMicronautCannotBeRead() {
    Throwable failure =
        new BeanContextException(
            "Failed to inject value\n\n"
                + "Message: Error resolving property value [micronaut.server.port]. Unable to"
                + " convert value [abc] to target type [int]") {};

    assertThat(ServiceStart.mistake(failure)).hasValue("micronaut.server.port cannot be 'abc'");
  }

  @Test
  void shouldLeaveAnyOtherFailureToItsTrace() {
    assertThat(ServiceStart.mistake(new IllegalStateException("no io.paperwire.Bean"))).isEmpty();
    assertThat(ServiceStart.mistake(new IllegalStateException())).isEmpty();
  }
}
