package org.espalier.nas.engine.study;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Runs, or carries on, a study over tokens in a process of its own: {@code folder trials workers
 * mostMillis learning|random|continuing mostTold}. Says on its output when it begins, and what the
 * controller is told that was not finished before. After {@code mostTold} of these, fewer than the
 * trials, it waits to be killed.
 */
final class TokenStudy {

  private TokenStudy() {}

  public static void main(String[] args) {
    StudySummary summary =
        fixture(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                args[4],
                Integer.parseInt(args[5]),
                System.out)
            .run(Path.of(args[0]));
    System.out.println(
        "ended " + summary.ending() + " " + summary.trialsPerSecond() + " " + summary);
  }

  static StudyFixture fixture(
      int trials, int workers, int mostMillis, String controller, int mostTold, PrintStream out) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(trials, workers);
    if (controller.equals("continuing")) {
      fixture.controller = new ContinuingController(fixture.space, fixture.random);
    } else if (controller.equals("random")) {
      fixture.controller = new SamplingController(fixture.space, fixture.random);
    }
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          return (trial, progress) -> {
            Thread.sleep(
                mostMillis == 0 ? 0 : new SplittableRandom(trial.seed()).nextInt(mostMillis));
            return bandit.evaluate(trial, progress);
          };
        };
    fixture.listeners =
        List.of(
            new StudyListener() {
              private final Set<Integer> finished = new HashSet<>();
              private int told;

              @Override
              public void finished(TrialResult result) {
                finished.add(result.trial().number());
              }

              @Override
              public void told(TrialResult result, int oldestNeeded) {
                if (finished.contains(result.trial().number())) {
                  out.println("told " + result.trial().number());
                  told++;
                  if (told >= mostTold && mostTold < trials) {
                    waitForever();
                  }
                }
              }
            });
    out.println("begun");
    return fixture;
  }

  private static void waitForever() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
