package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/** Starts backends lazily, one set for all test classes of a JVM that need the same. */
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
    UseBackends wanted = context.getRequiredTestClass().getAnnotation(UseBackends.class);
    Set<Backend> backends = EnumSet.copyOf(Arrays.asList(wanted.value()));
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(backends, key -> start(backends), Backends.class);
  }

  private static Backends start(Set<Backend> wanted) {
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
