package org.espalier.nas.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.dashboard.live.CurveSampler.Point;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CurveSamplerTest {

  private static final Comparator<Point> BY_VALUE = Comparator.comparingDouble(Point::value);

  private static List<Point> curve(SplittableRandom random) {
    List<Point> curve = new ArrayList<>();
    int step = 0;
    double level = 0;
    boolean smooth = random.nextBoolean();
    for (int i = 1 + random.nextInt(3000); i > 0; i--) {
      step += 1 + random.nextInt(3);
      level = smooth ? level + random.nextDouble() - 0.5 : random.nextInt(5);
      curve.add(new Point(step, random.nextInt(500) == 0 ? 1e9 * level : level));
    }
    return curve;
  }

  @RepeatedTest(50)
  void extremesStayAndTheOrderIsKept(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    List<Point> curve = curve(random);
    int limit = 4 + random.nextInt(400);

    List<Point> sample = CurveSampler.sample(curve, limit);

    assertThat(sample).hasSizeLessThanOrEqualTo(limit);
    assertThat(sample)
        .isSortedAccordingTo(Comparator.comparingInt(Point::step))
        .doesNotHaveDuplicates();
    assertThat(curve).containsAll(sample);
    assertThat(sample).startsWith(curve.get(0)).endsWith(curve.get(curve.size() - 1));
    assertThat(value(sample, true)).isEqualTo(value(curve, true));
    assertThat(value(sample, false)).isEqualTo(value(curve, false));
    if (curve.size() > limit) {
      int buckets = limit / 4;
      for (int bucket = 0; bucket < buckets; bucket++) {
        List<Point> part =
            curve.subList(
                CurveSampler.start(curve.size(), bucket, buckets),
                CurveSampler.start(curve.size(), bucket + 1, buckets));
        List<Point> kept = sample.stream().filter(part::contains).toList();
        assertThat(value(kept, true)).isEqualTo(value(part, true));
        assertThat(value(kept, false)).isEqualTo(value(part, false));
      }
    }
  }

  private static double value(List<Point> points, boolean highest) {
    return (highest ? points.stream().max(BY_VALUE) : points.stream().min(BY_VALUE))
        .orElseThrow()
        .value();
  }

  @Test
  void aShortCurveStaysWhole() {
    List<Point> curve = IntStream.rangeClosed(1, 8).mapToObj(i -> new Point(i, -i)).toList();

    assertThat(CurveSampler.sample(curve, 8)).isEqualTo(curve);
    assertThat(CurveSampler.sample(List.of(), 8)).isEmpty();
  }

  @Test
  void aPeakOfOneStepStays() {
    List<Point> curve =
        IntStream.rangeClosed(1, 10_000).mapToObj(i -> new Point(i, i == 777 ? 1 : 0)).toList();

    assertThat(CurveSampler.sample(curve, 40)).contains(new Point(777, 1));
  }
}
