package io.paperwire.notify.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BearerTokenTest {

  @Test
  void shouldReadTheTokenHoweverTheSchemeIsSpelt() {
    assertThat(SubscriptionsApi.token(Optional.of("Bearer abc"))).contains("abc");
    assertThat(SubscriptionsApi.token(Optional.of("bearer abc"))).contains("abc");
    assertThat(SubscriptionsApi.token(Optional.of("Basic abc"))).isEmpty();
    assertThat(SubscriptionsApi.token(Optional.empty())).isEmpty();
  }
}
