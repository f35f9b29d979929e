package io.paperwire.deployment;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.Micronaut;
import java.net.BindException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts a service. What its operator can put right is told in one line, any other failure with its
 * trace.
 */
public final class ServiceStart extends Micronaut {

  /** The name of a setting; that of a class has something before it. */
  private static final Pattern SETTING = Pattern.compile("(?<![\\w.])(?:paperwire|kafka)\\.[a-z]");

  /** How Micronaut says that a setting of its own cannot be read, such as a port. */
  private static final Pattern UNREADABLE =
      Pattern.compile("property value \\[([^\\]]+)]\\. Unable to convert value \\[([^\\]]*)]");

  private final String service;

  /**
   * The start of a service.
   *
   * @param service its name, for people
   */
  public ServiceStart(String service) {
    this.service = service;
  }

  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    Optional<String> mistake = mistake(failure);
    if (mistake.isPresent()) {
      System.err.println(service + " cannot start: " + mistake.get());
      System.exit(1);
    }
    super.handleStartupException(environment, failure);
  }

  /**
   * The words for a failure that is a mistake in the settings: they name the setting. Empty for any
   * other failure.
   */
  public static Optional<String> mistake(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> words(cause).stream())
        .findFirst();
  }

  private static Optional<String> words(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case ConfigurationException _ -> Optional.of(message);
      case BeanContextException _ -> unreadable(message);
      case BindException _ ->
          Optional.of("it cannot listen on its port (micronaut.server.port): " + message);
      case IllegalArgumentException _, IllegalStateException _
          when SETTING.matcher(message).find() ->
          Optional.of(message);
      default -> Optional.empty();
    };
  }

  private static Optional<String> unreadable(String message) {
    Matcher found = UNREADABLE.matcher(message);
    return found.find()
        ? Optional.of(found.group(1) + " cannot be '" + found.group(2) + "'")
        : Optional.empty();
  }
}
