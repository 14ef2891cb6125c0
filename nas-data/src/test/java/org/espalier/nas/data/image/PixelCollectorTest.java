package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.espalier.nas.api.data.ImageBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelCollectorTest {
  private static final int SIZE = 7;

  /** Expected images, added images and the most bytes in memory. */
  @ParameterizedTest
  @CsvSource({
    "10, 10, 1000",
    "0, 10, 1000",
    "99, 10, 1000",
    "10, 10, 70",
    "10, 10, 69",
    "0, 10, 35",
    "3, 300000, 100",
    "5, 0, 100",
    "50, 0, 100"
  })
  void imagesAreReadAsTheyWereAdded(int expected, int added, long most) {
    PixelCollector collector = new PixelCollector(SIZE, expected, most);
    byte[] image = new byte[SIZE];
    for (int i = 0; i < added; i++) {
      new SplittableRandom(i).nextBytes(image);
      collector.add(image);
    }
    ImageBytes images = collector.images();

    boolean file = images instanceof PixelFile;
    assertThat(file).isEqualTo(Math.max(expected, added) * (long) SIZE > most);
    assertThat(images.count()).isEqualTo(added);
    assertThat(images.imageSize()).isEqualTo(SIZE);
    byte[] read = new byte[SIZE + 2];
    for (int i = added - 1; i >= 0; i -= Math.max(1, added / 50)) {
      new SplittableRandom(i).nextBytes(image);
      images.read(i, read, 1);
      assertThat(read).startsWith(0).endsWith(0).containsSequence(image);
    }
  }

  @Test
  void aThreadThatIsInterruptedLeavesTheFileOpenForOthers() throws Exception {
    PixelCollector collector = new PixelCollector(1, 2, 0);
    collector.add(new byte[] {3});
    collector.add(new byte[] {4});
    ImageBytes images = collector.images();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> sums = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sums.add(
            threads.submit(
                () -> {
                  byte[] read = new byte[2];
                  for (int n = 0; n < 500; n++) {
                    Thread.currentThread().interrupt();
                    images.read(0, read, 0);
                    images.read(1, read, 1);
                  }
                  return read[0] + read[1];
                }));
      }
      for (Future<Integer> sum : sums) {
        assertThat(sum.get()).isEqualTo(7);
      }
    } finally {
      threads.shutdown();
    }
  }
}
