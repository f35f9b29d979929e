package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import java.util.Map;

/**
 * Where the schema registry is.
 *
 * @param url base address of Confluent's schema registry API
 * @param client further properties of its client, such as credentials
 */
@ConfigurationProperties("paperwire.registry")
public record RegistryConfiguration(
    @Bindable(defaultValue = "http://localhost:8085/apis/ccompat/v7") String url,
    @Bindable(defaultValue = "") @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
        Map<String, String> client) {}
