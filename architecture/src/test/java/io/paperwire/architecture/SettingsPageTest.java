package io.paperwire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting that a service reads stands in docs/configuration.md. */
@AnalyzeClasses(packages = "io.paperwire", importOptions = DoNotIncludeTests.class)
final class SettingsPageTest {

  private static final String SETTINGS = "io.micronaut.context.annotation.ConfigurationProperties";
  private static final String OF_EACH_SOURCE = "paperwire.ingest.*.";

  @ArchTest
  static void pageNamesEverySetting(JavaClasses classes) {
    Set<String> documented = documented();
    List<String> settings =
        classes.stream()
            .filter(type -> type.isAnnotatedWith(SETTINGS))
            .flatMap(SettingsPageTest::settings)
            .toList();

    assertThat(settings).contains("paperwire.deliver.close-timeout", "paperwire.mail.smtp.host");
    assertThat(settings).allSatisfy(name -> assertThat(documented).anyMatch(is(name)::contains));
  }

  /** The names under which a setting may stand on the page: its own, or that of its kind. */
  private static Set<String> is(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return name.startsWith("paperwire.ingest.")
        ? Set.of(name, name + ".*", OF_EACH_SOURCE + last)
        : Set.of(name, name + ".*");
  }

  private static Stream<String> settings(JavaClass type) {
    String prefix = (String) type.getAnnotationOfType(SETTINGS).get("value").orElseThrow();
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .map(JavaField::getName)
        .map(name -> prefix + "." + hyphenated(name));
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The names in the first column of each table; those that begin with a dot go with the first. */
  private static Set<String> documented() {
    return lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> names(cell).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    for (String part : cell.split(",", -1)) {
      String name = part.replace("`", "").strip();
      names.add(
          name.startsWith(".")
              ? names.getFirst().substring(0, names.getFirst().lastIndexOf('.')) + name
              : name);
    }
    return names;
  }

  private static Stream<String> lines() {
    try {
      return Files.readAllLines(Path.of("..", "docs", "configuration.md")).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("docs/configuration.md cannot be read", e);
    }
  }
}
