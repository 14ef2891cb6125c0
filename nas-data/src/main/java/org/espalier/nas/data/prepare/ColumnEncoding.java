package org.espalier.nas.data.prepare;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/** An encoding of a text column other than one feature for each category. */
public sealed interface ColumnEncoding {

  /**
   * A fixed number of features; a hash of the category, the same on every platform, selects the one
   * that is 1.
   *
   * @param buckets number of features
   */
  record HashingColumnEncoding(
      @Default("32") @Description("Number of features.") @Range("[2, 65536]") int buckets)
      implements ColumnEncoding {
    /** Checks the range. */
    public HashingColumnEncoding {
      SettingRanges.check(HashingColumnEncoding.class, buckets);
    }
  }

  /** One feature, the share of the category in the training part, scaled as numeric columns are. */
  record FrequencyColumnEncoding() implements ColumnEncoding {}
}
