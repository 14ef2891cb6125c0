package org.espalier.nas.data;

import java.util.List;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;

/** Descriptions of data sets of a known kind. */
public final class Described {

  private Described() {}

  /** Returns the features of a table. */
  public static List<Feature> features(Dataset table) {
    return ((DatasetInfo.Tabular) table.info()).features();
  }

  /** Returns the description of images. */
  public static DatasetInfo.Image images(Dataset images) {
    return (DatasetInfo.Image) images.info();
  }
}
