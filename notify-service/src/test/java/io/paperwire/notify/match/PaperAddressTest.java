package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.EnrichedPaper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaperAddressTest {

  @Test
  void shouldLeadToADoiWhateverSignsItHolds() {
    EnrichedPaper paper =
        TestRecords.paper("doi:10.1002/x", "Graphs", Instant.EPOCH)
            .setLinks(List.of())
            .setDoi("10.1002/(SICI)1097<1661::AID 968>3.0.CO;2-2")
            .build();

    String address = PaperAddress.of(paper);

    assertThat(address)
        .isEqualTo("https://doi.org/10.1002/(SICI)1097%3C1661::AID%20968%3E3.0.CO;2-2");
    assertThat(URI.create(address).getPath()).endsWith("<1661::AID 968>3.0.CO;2-2");
  }
}
