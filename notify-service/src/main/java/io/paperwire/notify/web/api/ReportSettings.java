package io.paperwire.notify.web.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.deployment.ApiKeys;
import java.util.List;

/**
 * The configuration {@code paperwire.web.delivery-reports}.
 *
 * @param apiKeys SHA-256 of each key that may hand in reports, in hexadecimal; without any, none
 *     are taken
 */
@ConfigurationProperties("paperwire.web.delivery-reports")
record ReportSettings(@Bindable(defaultValue = "") List<String> apiKeys) {

  /** The keys that let somebody hand in reports. */
  ApiKeys keys() {
    return ApiKeys.of("paperwire.web.delivery-reports.api-keys", apiKeys);
  }
}
