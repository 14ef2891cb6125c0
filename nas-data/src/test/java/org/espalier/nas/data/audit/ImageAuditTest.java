package org.espalier.nas.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Finding.Kind;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.ImageOrigin;
import org.espalier.nas.data.image.LabelledImages;
import org.junit.jupiter.api.Test;

class ImageAuditTest {
  private static final int SIDE = 12;
  private static final int TRAINING = 200;
  private static final int TEST = 40;

  private final List<byte[]> pixels = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  /** Smooth random pictures of two classes. */
  ImageAuditTest() {
    for (int i = 0; i < TRAINING + TEST; i++) {
      pixels.add(picture(i));
      labels.add(i % 2);
    }
  }

  @Test
  void differentImagesGiveNoFindings() {
    assertThat(audit()).isEmpty();
  }

  @Test
  void equalImagesOfOneClassInTwoPartsAreCounted() {
    copy(3, TRAINING + 5, 1);
    copy(8, TRAINING + 6, 0);
    copy(20, 22, 0);

    assertThat(audit())
        .containsExactly(
            new Finding(
                Kind.DUPLICATES_ACROSS_PARTS,
                "test",
                "2 of 40 test images (5.0 %) have an equal image of the same class in the training or validation part: predicting it takes memory only; for example test image 6 and training image 4. Remove one of each pair from the files."));
  }

  @Test
  void equalImagesOfDifferentClassesAreContradictions() {
    copy(3, 6, 0);

    assertThat(audit())
        .containsExactly(
            new Finding(
                Kind.CONFLICTING_CLASSES,
                "kind",
                "1 image has the pixels of another one, but not its class: training image 4 is dog, training image 7 is cat. Correct the classes, or remove the images."));
  }

  @Test
  void aBrighterNoisyCopyIsNearlyTheSame() {
    RandomGenerator random = new SplittableRandom(5);
    byte[] changed = pixels.get(17).clone();
    for (int i = 0; i < changed.length; i++) {
      int level = (changed[i] & 0xff) + 6 + random.nextInt(5);
      changed[i] = (byte) Math.min(255, level);
    }
    pixels.set(TRAINING + 9, changed);

    assertThat(audit())
        .containsExactly(
            new Finding(
                Kind.NEAR_DUPLICATES_ACROSS_PARTS,
                "test",
                "1 of 40 test images (2.5 %) has a near duplicate in the training or validation part: predicting it takes little more than memory; for example test image 10 and training image 18. Remove one of each pair from the files."));
  }

  @Test
  void imagesThatAllResembleEachOtherAreNoDuplicates() {
    RandomGenerator random = new SplittableRandom(6);
    byte[] first = pixels.get(0);
    for (int i = 0; i < pixels.size(); i++) {
      byte[] own = first.clone();
      for (int j = 0; j < own.length; j++) {
        own[j] = (byte) Math.max(0, Math.min(255, (own[j] & 0xff) + random.nextInt(-9, 10)));
      }
      pixels.set(i, own);
    }

    assertThat(audit()).isEmpty();
  }

  @Test
  void imagesOfOneColourAreNamedAndComparedWithNoOther() {
    for (int image : new int[] {4, 5, TRAINING + 3, TRAINING + 4}) {
      byte[] blank = new byte[SIDE * SIDE * 3];
      for (int i = 0; i < blank.length; i++) {
        blank[i] = (byte) (image + i % 3);
      }
      pixels.set(image, blank);
    }

    assertThat(audit())
        .containsExactly(
            new Finding(
                Kind.CONSTANT_IMAGES,
                "images",
                "4 images of 240 consist of a single colour, from which no class can be told: training image 5, training image 6, test image 4 and others. Remove them."));
  }

  @Test
  void blankImagesOfDifferentClassesAreNoContradiction() {
    pixels.set(4, new byte[SIDE * SIDE * 3]);
    pixels.set(5, new byte[SIDE * SIDE * 3]);
    pixels.set(TRAINING + 1, new byte[SIDE * SIDE * 3]);

    assertThat(audit())
        .extracting(Finding::kind)
        .containsExactly(Kind.DUPLICATES_ACROSS_PARTS, Kind.CONSTANT_IMAGES);
  }

  @Test
  void aClassWithoutTrainingImagesAndARareOneAreNamed() {
    for (int i = 0; i < TRAINING; i++) {
      labels.set(i, i < 10 ? 1 : 0);
    }
    for (int i = TRAINING; i < TRAINING + TEST; i++) {
      labels.set(i, 2);
    }

    assertThat(audit())
        .containsExactly(
            new Finding(
                Kind.MISSING_CLASS,
                "kind",
                "1 class of 3 has no image in the training part and cannot be learned: Kater. Add images, or remove the class."),
            new Finding(
                Kind.CLASS_IMBALANCE,
                "kind",
                "kind has 10 images of class dog and 190 of class cat, 19.0 times as many. Look at the balanced accuracy or the macro F1, or weigh the classes."));
  }

  @Test
  void unscaledPixelsAndSimilarClassesAreNamed() {
    List<Finding> findings =
        new ImageAudit(images(List.of("cat", "Cat "), List.of()), members(), false).findings();

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(Kind.UNSCALED_FEATURES, Kind.SIMILAR_CLASSES);
    assertThat(findings.get(0).message()).endsWith("Set prepare.scaling to standardize.");
  }

  @Test
  void filesThatWereLeftOutAreNamed() {
    List<String> skipped = List.of("a.png: it is empty", "b.png: cut off");
    List<Finding> findings =
        new ImageAudit(images(List.of("cat", "dog"), List.of()).without(skipped), members(), true)
            .findings();

    assertThat(findings)
        .containsExactly(
            new Finding(
                Kind.BROKEN_FILES,
                "images",
                "2 files cannot be used as images and were left out: a.png: it is empty; b.png: cut off. Repair or delete them."));
  }

  @Test
  void theMixOfOriginalSizesAndChannelsIsSummedUp() {
    List<ImageOrigin> origins = new ArrayList<>();
    for (int i = 0; i < TRAINING; i++) {
      int size = i < 150 ? 24 : 6;
      TensorShape shape = TensorShape.of(size, i < 20 ? 3 * size : size, i < 2 ? 1 : 3);
      origins.add(new ImageOrigin("cat/" + i + ".png", shape));
    }

    assertThat(new ImageAudit(images(List.of("cat", "dog"), origins), members(), true).findings())
        .containsExactly(
            new Finding(
                Kind.MIXED_IMAGES,
                "size",
                "Images have 3 sizes, from 6×6 (cat/150.png) to 24×72 (cat/0.png); 130 of 200 have 24×24. All were brought to 12×12: 50 (25.0 %) were smaller in height or width, and 20 (10.0 %) had another shape, longer by a quarter or more."),
            new Finding(
                Kind.MIXED_IMAGES,
                "channels",
                "2 (1.0 %) have another number of channels than the usual 3; all were brought to 3. If only some classes have them, networks may learn that instead of what is shown."));
  }

  @Test
  void theIndexFindsSimilarHashesOnce() {
    RandomGenerator random = new SplittableRandom(9);
    long[] hashes = random.longs(3000).toArray();
    long query = random.nextLong();
    for (int i = 0; i < 400; i++) {
      hashes[i] = query;
      for (int flips = random.nextInt(16); flips > 0; flips--) {
        hashes[i] ^= 1L << random.nextInt(64);
      }
    }
    List<Integer> found = new ArrayList<>();
    new HashIndex(hashes).search(query, 0, found::add);

    assertThat(found).doesNotHaveDuplicates().isSubsetOf(within(hashes, query, HashIndex.RADIUS));
    assertThat(found).containsAll(within(hashes, query, HashIndex.CERTAIN)).hasSizeGreaterThan(250);
    assertThat(within(hashes, query, HashIndex.RADIUS)).hasSizeLessThan(400);
  }

  private static List<Integer> within(long[] hashes, long query, int radius) {
    return IntStream.range(0, hashes.length)
        .filter(i -> Long.bitCount(hashes[i] ^ query) <= radius)
        .boxed()
        .toList();
  }

  private void copy(int from, int to, int label) {
    pixels.set(to, pixels.get(from));
    labels.set(to, label);
  }

  private List<Finding> audit() {
    List<String> classes =
        labels.contains(2) ? List.of("cat", "dog", "Kater") : List.of("cat", "dog");
    return new ImageAudit(images(classes, List.of()), members(), true).findings();
  }

  private static List<int[]> members() {
    return List.of(
        IntStream.range(0, TRAINING).toArray(),
        new int[0],
        IntStream.range(TRAINING, TRAINING + TEST).toArray());
  }

  private LabelledImages images(List<String> classes, List<ImageOrigin> origins) {
    return new LabelledImages(
        "pets",
        "kind",
        classes,
        List.of(file(0, TRAINING).withOrigins(origins), file(TRAINING, TRAINING + TEST)));
  }

  private ImageFile file(int from, int to) {
    byte[] all = new byte[(to - from) * SIDE * SIDE * 3];
    for (int i = from; i < to; i++) {
      System.arraycopy(pixels.get(i), 0, all, (i - from) * SIDE * SIDE * 3, SIDE * SIDE * 3);
    }
    int[] own = labels.subList(from, to).stream().mapToInt(label -> label).toArray();
    return new ImageFile(SIDE, SIDE, 3, all, own);
  }

  /** Returns a sum of a few waves of random frequency and phase. */
  private static byte[] picture(int seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] sum = new double[SIDE * SIDE * 3];
    for (int wave = 0; wave < 6; wave++) {
      double vertical = random.nextDouble(-1, 1);
      double horizontal = random.nextDouble(-1, 1);
      double phase = random.nextDouble(2 * Math.PI);
      for (int i = 0; i < sum.length; i++) {
        int y = i / 3 / SIDE;
        int x = i / 3 % SIDE;
        sum[i] += 20 * StrictMath.sin(vertical * y + horizontal * x + phase + i % 3);
      }
    }
    byte[] levels = new byte[sum.length];
    Arrays.setAll(sum, i -> sum[i] + 120);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.max(0, Math.min(240, sum[i]));
    }
    return levels;
  }
}
