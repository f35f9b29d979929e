package io.paperwire.notify.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EntityTagTest {

  @Test
  void shouldKnowItselfAmongTheTagsOfAClient() {
    EntityTag tag = EntityTag.of("a document");
    String quoted = tag.quoted();

    assertThat(quoted).matches("\"[0-9a-f]{32}\"");
    assertThat(tag.isAmong(List.of("\"x\", " + quoted))).isTrue();
    assertThat(tag.isAmong(List.of("\"x\"", "W/" + quoted))).isTrue();
    assertThat(tag.isAmong(List.of("*"))).isTrue();
    assertThat(tag.isAmong(List.of())).isFalse();
    assertThat(tag.isAmong(List.of(EntityTag.of("another").quoted()))).isFalse();
  }
}
