package org.espalier.nas.data.prepare;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The division of rows into training, validation and test.
 *
 * @param validation share of rows on which candidates are compared, in (0, 1)
 * @param test share of rows left untouched during the search, in [0, 1); not used if the data have
 *     a test part of their own
 * @param stratify true if each class has the same share in every part; regression ignores it
 * @param seed seed of the shuffle; absent: the study's seed
 */
public record Split(
    @Default("0.1") @Description("Share of rows on which candidates are compared.") @Range("(0, 1)")
        double validation,
    @Default("0.2") @Description("Share of rows left untouched during the search.") @Range("[0, 1)")
        double test,
    @Default("true") @Description("Keep the proportions of the classes in every part.")
        boolean stratify,
    @Nullable @Description("Seed of the shuffle; absent: the study's.") @Range("(-inf, inf)")
        Long seed) {

  /** Checks the shares. */
  public Split {
    SettingRanges.check(Split.class, validation, test, stratify, seed);
    if (validation + test >= 1) {
      throw new InvalidSettingException(
          "test",
          "test (%s) and validation (%s) must leave rows for training."
              .formatted(test, validation));
    }
  }

  /**
   * Returns the default: one tenth for validation, two for test, stratified, shuffled by the
   * study's seed.
   */
  public static Split standard() {
    return new Split(0.1, 0.2, true, null);
  }
}
