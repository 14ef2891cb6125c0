package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFailureTest {

  private static AttemptEnd end(String message) {
    return JobFailure.end(new SparkException(message));
  }

  @Test
  void aMachineThatGoesAwayLosesTheAttempt() {
    AttemptEnd end =
        end(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 1 times, most recent"
                + " failure: Lost task 0.0 in stage 3.0 (TID 3) (127.0.0.1 executor 2):"
                + " ExecutorLostFailure (executor 2 exited caused by one of the running tasks)"
                + " Reason: worker lost: 127.0.0.1:1 got disassociated\n"
                + "Driver stacktrace:\n\tat org.apache.spark");

    assertThat(end)
        .isInstanceOfSatisfying(
            AttemptEnd.Lost.class,
            lost ->
                assertThat(lost.reason())
                    .contains("ExecutorLostFailure")
                    .endsWith("got disassociated"));
  }

  @Test
  void anErrorOfTheProgramItselfEndsTheStudy() {
    AttemptEnd end =
        end(
            "Lost task 0.0: java.lang.NullPointerException: x is null\n"
                + "\tat org.espalier.nas.spark.Workers.place(Workers.java:58)");

    assertThat(end)
        .isInstanceOfSatisfying(
            AttemptEnd.Broken.class,
            broken -> assertThat(broken.cause()).hasMessageContaining("x is null"));
  }

  @Test
  void aDriverThatIsCutOffLosesTheAttempt() {
    assertThat(
            end(
                "Lost task 0.0: java.io.IOException: The driver cannot be reached: cut\n"
                    + "\tat org.espalier.nas.spark.Workers.ask(Workers.java:58)"))
        .isInstanceOf(AttemptEnd.Lost.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Job 3 cancelled because SparkContext was shut down",
        "Cannot call methods on a stopped SparkContext."
      })
  void anApplicationThatTheClusterEndedEndsTheStudy(String message) {
    assertThat(end(message))
        .isInstanceOfSatisfying(
            AttemptEnd.Broken.class,
            broken -> assertThat(broken.cause()).hasMessageContaining("ended this application"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.ClassNotFoundException: org.espalier.nas.spark.EvaluationTask",
        "java.io.InvalidClassException: org.espalier.nas.spark.EvaluationTask; local class incompatible",
        "java.lang.NoSuchMethodError: 'void x()'"
      })
  void aProgramThatIsMissingOrDifferentEndsTheStudy(String reason) {
    AttemptEnd end = end("Job aborted: Lost task 0.0: " + reason + "\n\tat java.base");

    assertThat(end)
        .isInstanceOfSatisfying(
            AttemptEnd.Broken.class,
            broken ->
                assertThat(broken.cause())
                    .hasMessageContaining(reason.replaceFirst("^.*?\\.(\\w+:)", "$1").trim())
                    .hasMessageContaining("install the same version on all machines"));
  }
}
