package io.paperwire.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: services stand apart, pure packages know no I/O. */
@AnalyzeClasses(packages = "io.paperwire", importOptions = DoNotIncludeTests.class)
final class ModuleRulesTest {

  /** Packages that hold pure logic; each with all below it. */
  private static final String[] PURE = {
    "io.paperwire.text..",
    "io.paperwire.topics..",
    "io.paperwire.tagging..",
    "io.paperwire.embedding..",
    "io.paperwire.interest..",
    "io.paperwire.index..",
    "io.paperwire.likeness..",
    "io.paperwire.library..",
    "io.paperwire.ingest.identity..",
    "io.paperwire.ingest.judgement..",
    "io.paperwire.ingest.markup..",
    "io.paperwire.ingest.freshness..",
    "io.paperwire.ingest.backoff..",
    "io.paperwire.ingest.xml..",
    "io.paperwire.enrich.merge..",
    "io.paperwire.enrich.trend..",
    "io.paperwire.notify.paper..",
    "io.paperwire.notify.matching..",
    "io.paperwire.notify.schedule..",
    "io.paperwire.notify.digest..",
    "io.paperwire.notify.token..",
    "io.paperwire.notify.mail.render..",
    "io.paperwire.notify.web.feed.atom..",
  };

  private static final String[] INPUT_OUTPUT = {
    "org.apache.kafka..",
    "io.confluent..",
    "io.micronaut..",
    "java.net.http..",
    "java.sql..",
    "javax.sql..",
    "org.jdbi..",
    "jakarta.mail..",
    "io.netty..",
  };

  @ArchTest
  static final ArchRule ingestKnowsNoOtherService =
      noClasses()
          .that()
          .resideInAPackage("io.paperwire.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.paperwire.enrich..", "io.paperwire.notify..", "io.paperwire.standalone..");

  @ArchTest
  static final ArchRule enrichKnowsNoOtherService =
      noClasses()
          .that()
          .resideInAPackage("io.paperwire.enrich..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.paperwire.ingest..", "io.paperwire.notify..", "io.paperwire.standalone..");

  @ArchTest
  static final ArchRule notifyKnowsNoOtherService =
      noClasses()
          .that()
          .resideInAPackage("io.paperwire.notify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.paperwire.ingest..", "io.paperwire.enrich..", "io.paperwire.standalone..");

  @ArchTest
  static final ArchRule contractsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("io.paperwire.schemas..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "belong to another module of Paperwire",
                  (JavaClass type) ->
                      type.getPackageName().startsWith("io.paperwire.")
                          && !type.getPackageName().startsWith("io.paperwire.schemas")));

  @ArchTest
  static final ArchRule servicesDoNotKnowTheEmbeddedBackends =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.paperwire.ingest..", "io.paperwire.enrich..", "io.paperwire.notify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.paperwire.embedded..", "io.paperwire.testing..");

  @ArchTest
  static final ArchRule purePackagesDoNoInputOutput =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INPUT_OUTPUT);

  @ArchTest
  static final ArchRule rolesMeetOnlyInWhatTheyShare =
      slices()
          .matching("io.paperwire.notify.(web|match|deliver)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule ingestHasNoCycles =
      slices().matching("io.paperwire.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule enrichHasNoCycles =
      slices().matching("io.paperwire.enrich.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule notifyHasNoCycles =
      slices().matching("io.paperwire.notify.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule standaloneHasNoCycles =
      slices().matching("io.paperwire.standalone.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreNamedForWhatTheyAre =
      noClasses()
          .should()
          .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..misc..");

  /** Otherwise figures are written as the machine's language has them, in JSON and SQL too. */
  @ArchTest
  static final ArchRule programsSpeakTheSameOnEveryMachine =
      methods()
          .that()
          .haveName("main")
          .and()
          .areStatic()
          .and()
          .haveRawParameterTypes(String[].class)
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "set Locale.ROOT as the default",
                      (JavaMethod main) ->
                          main.getMethodCallsFromSelf().stream()
                                  .anyMatch(call -> call.getTarget().getName().equals("setDefault"))
                              && main.getFieldAccesses().stream()
                                  .anyMatch(field -> field.getTarget().getName().equals("ROOT")))));

  @ArchTest
  static void everyPackageCalledPureIsThere(JavaClasses classes) {
    for (String pure : PURE) {
      assertThat(classes.that(resideInAPackage(pure))).as(pure).isNotEmpty();
    }
  }
}
