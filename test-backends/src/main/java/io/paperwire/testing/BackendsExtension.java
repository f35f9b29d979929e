package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/** Gives test classes their backends, which JUnit closes after the last test class of the JVM. */
final class BackendsExtension implements BeforeAllCallback, ParameterResolver {

  private static final String PROPERTY = "paperwire.test.backends";
  private static final Namespace NAMESPACE = Namespace.create(BackendsExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    backends(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Backends.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return backends(context);
  }

  private static Backends backends(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            SharedBackends.class,
            key -> new SharedBackends(BackendsExtension::start),
            SharedBackends.class)
        .ask(wanted(context.getRequiredTestClass()));
  }

  /** A nested class has the backends of the class around it, unless it names its own. */
  private static Set<Backend> wanted(Class<?> testClass) {
    UseBackends annotation =
        Stream.<Class<?>>iterate(testClass, Class::getEnclosingClass)
            .flatMap(type -> Optional.ofNullable(type.getAnnotation(UseBackends.class)).stream())
            .findFirst()
            .orElseThrow();
    return EnumSet.copyOf(Arrays.asList(annotation.value()));
  }

  private static RunningBackends start(Set<Backend> wanted) {
    return switch (System.getProperty(PROPERTY, "embedded")) {
      case "embedded" -> EmbeddedTestBackends.start(wanted);
      case "containers" -> {
        Assumptions.assumeTrue(
            DockerClientFactory.instance().isDockerAvailable(),
            "skipped: -Pcontainers needs Docker, and no Docker engine answers here");
        yield ContainerBackends.start(wanted);
      }
      case String other ->
          throw new IllegalArgumentException(
              PROPERTY + " is '" + other + "'; it may be 'embedded' or 'containers'");
    };
  }
}
