package io.paperwire.notify.web.api;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.paperwire.deployment.ApiDescription;
import io.paperwire.notify.role.WebRole;
import java.io.IOException;

/** Serves the description of the API (OpenAPI 3.0), to whoever asks. */
@Controller("/openapi.yml")
@WebRole
final class OpenApiController {

  private final String description;

  /**
   * A controller of the description that belongs to this version.
   *
   * @throws IOException if it is missing
   */
  OpenApiController(ResourceResolver resources) throws IOException {
    description = ApiDescription.read(resources, "web.yml");
  }

  /** The whole description. */
  @Get(produces = "application/yaml")
  String description() {
    return description;
  }
}
