package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** The derivation of the inputs of prepared examples, fitted to the training part. */
sealed interface PreparedInput {

  /** Returns the description of a data set with these inputs. */
  DatasetInfo info(
      String name, Task task, TensorShape shape, Map<Part, Integer> sizes, String hash);

  /**
   * The features of a table.
   *
   * @param features the features in the order of the values of an example
   */
  record Features(List<Feature> features) implements PreparedInput {
    /** Copies the list. */
    public Features {
      features = List.copyOf(features);
    }

    @Override
    public DatasetInfo info(
        String name, Task task, TensorShape shape, Map<Part, Integer> sizes, String hash) {
      return new DatasetInfo.Tabular(name, task, shape, features, sizes, hash);
    }
  }

  /**
   * The channels of images.
   *
   * @param channels the channels in the order of a pixel's values
   */
  record Channels(List<DatasetInfo.Channel> channels) implements PreparedInput {
    /** Copies the list. */
    public Channels {
      channels = List.copyOf(channels);
    }

    /** Returns the numbers subtracted from the levels of each channel. */
    double[] shift() {
      return channels.stream().mapToDouble(DatasetInfo.Channel::shift).toArray();
    }

    /** Returns the divisors of the levels of each channel after the shift. */
    double[] scale() {
      return channels.stream().mapToDouble(DatasetInfo.Channel::scale).toArray();
    }

    @Override
    public DatasetInfo info(
        String name, Task task, TensorShape shape, Map<Part, Integer> sizes, String hash) {
      return new DatasetInfo.Image(name, task, shape, channels, sizes, hash);
    }
  }
}
