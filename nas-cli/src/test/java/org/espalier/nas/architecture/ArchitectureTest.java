package org.espalier.nas.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.jspecify.annotations.NullMarked;
import org.tensorflow.EagerSession;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;

/** The rules of the architecture: which module may use what. */
@AnalyzeClasses(
    packages = "org.espalier.nas",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
final class ArchitectureTest {

  /** Leaves out the test components that a module offers to others in a jar. */
  static final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String API_PACKAGES = "org.espalier.nas.api..";
  private static final String EXPERIMENT = "org.espalier.nas.experiment..";
  private static final String CLI = "org.espalier.nas.cli..";

  @ArchTest
  static final ArchRule tensorflowStaysInItsBackend =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.tf..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  /** A session with more than one thread would change the results of all later ones. */
  @ArchTest
  static final ArchRule sessionsAreOpenedInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.espalier.nas.tf.graph.Sessions")
          .should()
          .callConstructorWhere(target(owner(type(Session.class))))
          .orShould()
          .callMethodWhere(
              target(owner(type(SavedModelBundle.class))).and(target(nameMatching("load|loader"))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EagerSession.class);

  /** A run that does not flush denormal numbers is slow and could have other bits. */
  @ArchTest
  static final ArchRule sessionsAreRunWhereDenormalsAreFlushed =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.espalier.nas.tf.graph.SessionRunner")
          .and()
          .doNotHaveFullyQualifiedName("org.espalier.nas.tf.graph.PreparedRun")
          .should()
          .callMethodWhere(target(nameMatching("TF_SessionRun")))
          .orShould()
          .callMethodWhere(
              target(owner(type(Session.class))).and(target(nameMatching("run|runner"))))
          .orShould()
          .callMethodWhere(
              target(owner(type(SessionFunction.class))).and(target(nameMatching("call"))))
          .orShould()
          .callMethodWhere(
              target(owner(type(SavedModelBundle.class))).and(target(nameMatching("call"))));

  @ArchTest
  static final ArchRule wiringStaysInTheExperimentLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXPERIMENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.inject..", "org.yaml..", "com.fasterxml.jackson.dataformat..");

  @ArchTest
  static final ArchRule terminalsStayInTheProgram =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..", "org.jline..");

  @ArchTest
  static final ArchRule jacksonStaysHiddenFromPlugins =
      noClasses()
          .that()
          .resideInAnyPackage(
              API_PACKAGES,
              "org.espalier.nas.searchspace..",
              "org.espalier.nas.controller..",
              "org.espalier.nas.problem..",
              "org.espalier.nas.data..",
              "org.espalier.nas.testkit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule statisticsKnowNeitherTextNorDrawings =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.espalier.nas.analysis.importance..",
              "org.espalier.nas.analysis.inference..",
              "org.espalier.nas.analysis.pareto..",
              "org.espalier.nas.analysis.statistics..",
              "org.espalier.nas.analysis.comparison")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.espalier.nas.analysis.comparison.text..",
              "org.espalier.nas.analysis.comparison.figure..",
              "org.espalier.nas.analysis.comparison.page..",
              "org.espalier.nas.analysis.comparison.file..",
              "org.espalier.nas.analysis.chart..",
              "org.espalier.nas.analysis.drawing..",
              "org.espalier.nas.analysis.markup..",
              "org.espalier.nas.analysis.plot..",
              "org.espalier.nas.analysis.report..");

  @ArchTest
  static final ArchRule databasesStayInTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "org.sqlite..", "org.flywaydb..", "java.sql..");

  @ArchTest
  static final ArchRule clustersAreReachedThroughTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..", "org.espalier.nas.spark..");

  @ArchTest
  static final ArchRule clientsOfObjectStoresStayInTheirModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.s3..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule webServersStayInTheDashboard =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.dashboard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "kotlin..");

  @ArchTest
  static final ArchRule trainingIsReachedThroughTheApi =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.espalier.nas.tf..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.espalier.nas.tf..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.espalier.nas.tf",
                              "org.espalier.nas.tf.device",
                              "org.espalier.nas.tf.tensorboard")))
                  .and(not(equivalentTo(LayerBuilder.class))));

  @ArchTest
  static final ArchRule theApiStandsAlone =
      classes()
          .that()
          .resideInAPackage(API_PACKAGES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              API_PACKAGES,
              "java..",
              "javax.annotation..",
              "org.jspecify..",
              "org.apiguardian..",
              "jakarta.inject..");

  @ArchTest
  static final ArchRule theApiSaysHowMuchCanBeReliedOnIt =
      classes()
          .that()
          .resideInAPackage(API_PACKAGES)
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should(carryAStability());

  @ArchTest
  static final ArchRule modulesMeetInTheApiOnly =
      slices()
          .matching("org.espalier.nas.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage("org.espalier.nas.."), resideInAPackage(API_PACKAGES))
          .ignoreDependency(
              resideInAPackage(EXPERIMENT),
              resideInAPackage("org.espalier.nas..").and(not(resideInAPackage(CLI))))
          .ignoreDependency(resideInAPackage(CLI), resideInAPackage("org.espalier.nas.."))
          .ignoreDependency(
              resideInAPackage("org.espalier.nas.dashboard.."),
              resideInAnyPackage(
                  EXPERIMENT, "org.espalier.nas.engine..", "org.espalier.nas.analysis.."))
          .ignoreDependency(
              resideInAPackage("org.espalier.nas.testkit.."),
              resideInAPackage("org.espalier.nas.problem.."));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.espalier.nas.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreNullMarked = classes().should(resideInNullMarkedPackage());

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule exceptionsAreTyped =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule thereIsNoMutableStaticState =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule randomNumbersComeFromStreams =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class);

  private static ArchCondition<JavaClass> carryAStability() {
    return new ArchCondition<>("say by @API which version brought them and how stable they are") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String problem =
            item.tryGetAnnotationOfType(API.class)
                .map(
                    api ->
                        api.since().isEmpty()
                            ? ": its @API needs since"
                            : api.status() == API.Status.INTERNAL
                                ? ": what is internal must not be public"
                                : "")
                .orElse(": add @API(status = …, since = …)");
        events.add(new SimpleConditionEvent(item, problem.isEmpty(), item.getName() + problem));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
    return new ArchCondition<>("reside in a @NullMarked package") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        String message =
            marked
                ? item.getName() + " resides in a @NullMarked package"
                : item.getName() + ": add a @NullMarked package-info.java to its package";
        events.add(new SimpleConditionEvent(item, marked, message));
      }
    };
  }
}
