package io.paperwire.ingest.submission;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.paperwire.deployment.ApiDescription;
import java.io.IOException;

/** Serves the description of the API (OpenAPI 3.0), to whoever asks. */
@Controller("/openapi.yml")
final class OpenApiController {

  private final String description;

  /**
   * A controller of the description that belongs to this version.
   *
   * @throws IOException if it is missing
   */
  OpenApiController(ResourceResolver resources) throws IOException {
    description = ApiDescription.read(resources, "submission.yml");
  }

  /** The whole description. */
  @Get(produces = "application/yaml")
  String description() {
    return description;
  }
}
