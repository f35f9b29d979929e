package io.paperwire.deployment;

import io.micronaut.core.io.ResourceResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of an HTTP API (OpenAPI 3.0) that comes with a service. */
public final class ApiDescription {

  private ApiDescription() {}

  /**
   * The whole description.
   *
   * @param name of the file in the folder {@code openapi} of the class path
   * @throws IOException if it is missing
   */
  public static String read(ResourceResolver resources, String name) throws IOException {
    String path = "classpath:openapi/" + name;
    try (InputStream file =
        resources
            .getResourceAsStream(path)
            .orElseThrow(() -> new IOException("there is no " + path))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
