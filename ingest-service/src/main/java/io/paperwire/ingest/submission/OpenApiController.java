package io.paperwire.ingest.submission;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Serves the description of the API (OpenAPI 3.0), to whoever asks. */
@Controller("/openapi.yml")
public final class OpenApiController {

  private static final String FILE = "classpath:openapi/submission.yml";

  private final String description;

  /**
   * A controller of the description that belongs to this version.
   *
   * @throws IOException if it is missing
   */
  public OpenApiController(ResourceResolver resources) throws IOException {
    try (InputStream file =
        resources
            .getResourceAsStream(FILE)
            .orElseThrow(() -> new IOException("there is no " + FILE))) {
      description = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The whole description. */
  @Get(produces = "application/yaml")
  String description() {
    return description;
  }
}
