package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.Map;
import org.espalier.nas.analysis.inference.SignedRankTest;
import org.espalier.nas.analysis.inference.VarghaDelaney;

/** The scores of two arms on their common seeds. */
final class PairedScores {

  private final Protocol.Pair names;
  private final double[] first;
  private final double[] second;
  private final double[] differences;
  private final SignedRankTest test;

  private PairedScores(Protocol.Pair names, double[] first, double[] second, double[] differences) {
    this.names = names;
    this.first = first;
    this.second = second;
    this.differences = differences;
    this.test = SignedRankTest.of(differences);
  }

  static PairedScores of(Protocol.Pair names, ProblemSearches problem) {
    Map<Long, Double> first = problem.scores(names.first());
    Map<Long, Double> second = problem.scores(names.second());
    first.keySet().retainAll(second.keySet());
    second.keySet().retainAll(first.keySet());
    double[] firstScores = first.values().stream().mapToDouble(score -> score).toArray();
    double[] secondScores = second.values().stream().mapToDouble(score -> score).toArray();
    double[] differences = problem.resolution().differences(firstScores, secondScores);
    return new PairedScores(names, firstScores, secondScores, differences);
  }

  Protocol.Pair names() {
    return names;
  }

  int size() {
    return differences.length;
  }

  double[] differences() {
    return differences.clone();
  }

  SignedRankTest test() {
    return test;
  }

  VarghaDelaney effect() {
    return VarghaDelaney.of(first, second);
  }

  /** Returns the number of differences with a sign: 1, 0 or −1. */
  int count(int sign) {
    return (int) Arrays.stream(differences).filter(d -> Math.signum(d) == sign).count();
  }
}
