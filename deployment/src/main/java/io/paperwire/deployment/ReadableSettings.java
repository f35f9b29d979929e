package io.paperwire.deployment;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.stream.Stream;

/**
 * Refuses settings whose values cannot be read. Where a setting has a default, Micronaut takes it
 * for a value that it cannot convert, and says nothing. A blank value means none. This looks before
 * anything else begins.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadableSettings {

  private static final String OURS = "paperwire.";

  /**
   * Looks at the settings of a service that starts.
   *
   * @throws ConfigurationException if a value cannot be read; names the setting
   */
  ReadableSettings(ApplicationContext context) {
    context
        .getBeanDefinitions(Qualifiers.byStereotype(ConfigurationProperties.class))
        .forEach(settings -> requireReadable(context, settings));
  }

  private static void requireReadable(ApplicationContext context, BeanDefinition<?> settings) {
    Stream.of(settings.getConstructor().getArguments())
        .forEach(
            argument ->
                argument
                    .getAnnotationMetadata()
                    .stringValue(Property.class, "name")
                    .filter(name -> name.startsWith(OURS))
                    .ifPresent(name -> requireReadable(context, name, argument)));
  }

  private static void requireReadable(
      ApplicationContext context, String name, Argument<?> argument) {
    context
        .getProperty(name, String.class)
        .filter(text -> !text.isBlank())
        .ifPresent(
            text -> {
              ArgumentConversionContext<?> conversion = ConversionContext.of(argument);
              if (context.getProperty(name, conversion).isEmpty()) {
                throw new ConfigurationException(name + " cannot be '" + text + "'");
              }
            });
  }
}
