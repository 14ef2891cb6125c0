package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.data.image.LabelledImages;

/** An audit of images for defects that make results on them unreliable. */
public final class ImageAudit {
  private static final double RATIO = 10;
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_CLASSES = 10;

  private final LabelledImages images;
  private final List<int[]> members;
  private final boolean scaled;

  /**
   * Creates an audit.
   *
   * @param members for each part in the order of {@link org.espalier.nas.api.data.Part}, the
   *     indices of its images
   * @param scaled true if the pixels were scaled
   */
  public ImageAudit(LabelledImages images, List<int[]> members, boolean scaled) {
    this.images = images;
    this.members = List.copyOf(members);
    this.scaled = scaled;
  }

  /** Returns the findings, the most serious kind first. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    boolean[] constant = constant();
    ImageDuplicates equal = new ImageDuplicates(images, members, constant);
    findings.addAll(equal.findings());
    findings.addAll(new NearDuplicates(images, members, equal.repeatedOrConstant()).findings());
    findings.addAll(skipped());
    findings.addAll(constantImages(constant));
    findings.addAll(unscaled());
    findings.addAll(new ImageMixCheck(images).findings());
    findings.addAll(classes());
    findings.addAll(
        SimilarClassesCheck.of(new Task.Classification(images.label(), images.classes())));
    return List.copyOf(findings);
  }

  /** Returns places of images as examples, for a message. */
  static String examples(LabelledImages images, List<Integer> found) {
    return found.stream().limit(MOST_EXAMPLES).map(images::place).collect(Collectors.joining(", "))
        + (found.size() > MOST_EXAMPLES ? " and others" : "");
  }

  /** Returns, for each image, true if all its pixels are equal. */
  private boolean[] constant() {
    boolean[] constant = new boolean[images.size()];
    int channels = images.channels();
    byte[] levels = new byte[images.shape().size()];
    for (int image = 0; image < constant.length; image++) {
      images.levels(image, levels);
      // Equal to itself one pixel further: all pixels are equal.
      constant[image] =
          Arrays.equals(levels, channels, levels.length, levels, 0, levels.length - channels);
    }
    return constant;
  }

  private List<Finding> skipped() {
    List<String> files = images.skipped();
    return files.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Finding.Kind.BROKEN_FILES,
                "images",
                "%s cannot be used as %s and %s left out: %s%s. Repair or delete %s."
                    .formatted(
                        Counts.of(files.size(), "file"),
                        files.size() == 1 ? "an image" : "images",
                        files.size() == 1 ? "was" : "were",
                        files.stream().limit(MOST_EXAMPLES).collect(Collectors.joining("; ")),
                        files.size() > MOST_EXAMPLES ? "; and others" : "",
                        files.size() == 1 ? "it" : "them")));
  }

  private List<Finding> constantImages(boolean[] constant) {
    List<Integer> found =
        IntStream.range(0, constant.length).filter(i -> constant[i]).boxed().toList();
    if (found.isEmpty() || images.shape().size() == images.channels()) {
      return List.of();
    }
    return List.of(
        new Finding(
            Finding.Kind.CONSTANT_IMAGES,
            "images",
            "%s of %,d %s of a single colour, from which no class can be told: %s. Remove %s."
                .formatted(
                    Counts.of(found.size(), "image"),
                    images.size(),
                    found.size() == 1 ? "consists" : "consist",
                    examples(images, found),
                    found.size() == 1 ? "it" : "them")));
  }

  private List<Finding> unscaled() {
    return scaled
        ? List.of()
        : List.of(
            new Finding(
                Finding.Kind.UNSCALED_FEATURES,
                "pixels",
                "Pixels are used with their levels from 0 to 255, with which networks train badly. Set prepare.scaling to standardize."));
  }

  private List<Finding> classes() {
    int[] all = new int[images.classes().size()];
    IntStream.range(0, images.size()).forEach(image -> all[images.label(image)]++);
    int[] training = new int[all.length];
    IntStream.of(members.get(0)).forEach(image -> training[images.label(image)]++);
    List<Finding> findings = new ArrayList<>();
    List<String> missing =
        IntStream.range(0, all.length)
            .filter(c -> training[c] == 0)
            .mapToObj(images.classes()::get)
            .toList();
    if (!missing.isEmpty()) {
      findings.add(
          new Finding(
              Finding.Kind.MISSING_CLASS,
              images.label(),
              "%s of %d %s no image in the training part and cannot be learned: %s%s. Add images, or remove %s."
                  .formatted(
                      Counts.of(missing.size(), "class"),
                      all.length,
                      missing.size() == 1 ? "has" : "have",
                      missing.stream().limit(MOST_CLASSES).collect(Collectors.joining(", ")),
                      missing.size() > MOST_CLASSES ? " and others" : "",
                      missing.size() == 1 ? "the class" : "the classes")));
    }
    imbalance(all, findings);
    return findings;
  }

  private void imbalance(int[] counts, List<Finding> findings) {
    int most = 0;
    int least = -1;
    for (int c = 0; c < counts.length; c++) {
      most = counts[c] > counts[most] ? c : most;
      least = counts[c] > 0 && (least < 0 || counts[c] < counts[least]) ? c : least;
    }
    if (least >= 0 && counts[most] >= RATIO * counts[least]) {
      findings.add(
          new Finding(
              Finding.Kind.CLASS_IMBALANCE,
              images.label(),
              String.format(
                  Locale.ROOT,
                  "%s has %s of class %s and %,d of class %s, %.1f times as many. Look at the"
                      + " balanced accuracy or the macro F1, or weigh the classes.",
                  images.label(),
                  Counts.of(counts[least], "image"),
                  images.classes().get(least),
                  counts[most],
                  images.classes().get(most),
                  (double) counts[most] / counts[least])));
    }
  }
}
