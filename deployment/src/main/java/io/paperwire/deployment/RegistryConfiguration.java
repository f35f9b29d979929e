package io.paperwire.deployment;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.util.Map;

/**
 * Where the schema registry is.
 *
 * @param url base address of Confluent's schema registry API
 * @param client further properties of its client, such as credentials
 */
@ConfigurationProperties("paperwire.registry")
record RegistryConfiguration(
    @Bindable(defaultValue = "http://localhost:8085/apis/ccompat/v7") String url,
    @Bindable(defaultValue = "") @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
        Map<String, String> client) {

  /** The same for serializers. */
  RegistrySettings settings() {
    return new RegistrySettings(url, client);
  }
}
