package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.data.image.LabelledImages;

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
   * @param images all images
   * @param members the indices of the images of each part
   */
  record Channels(List<DatasetInfo.Channel> channels, LabelledImages images, PerPart<int[]> members)
      implements PreparedInput {
    /** Copies the list. */
    public Channels {
      channels = List.copyOf(channels);
    }

    /** Returns the prepared images. */
    PreparedParts parts() {
      double[] shift = channels.stream().mapToDouble(DatasetInfo.Channel::shift).toArray();
      double[] scale = channels.stream().mapToDouble(DatasetInfo.Channel::scale).toArray();
      return new PreparedParts(
          new Task.Classification(images.label(), images.classes()),
          this,
          members.map(own -> new Examples(images.pixels(own, shift, scale), labels(own))));
    }

    private float[] labels(int[] own) {
      float[] labels = new float[own.length];
      for (int i = 0; i < own.length; i++) {
        labels[i] = images.label(own[i]);
      }
      return labels;
    }

    @Override
    public DatasetInfo info(
        String name, Task task, TensorShape shape, Map<Part, Integer> sizes, String hash) {
      return new DatasetInfo.Image(name, task, shape, channels, sizes, hash);
    }
  }
}
