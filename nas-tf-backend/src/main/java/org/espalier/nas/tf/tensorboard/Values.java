package org.espalier.nas.tf.tensorboard;

import com.google.protobuf.ByteString;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Summary;
import org.tensorflow.proto.SummaryMetadata;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Values as the plugins of TensorBoard expect them: tensors with metadata that name the plugin, as
 * {@code tf.summary} writes them since TensorFlow 2.
 */
final class Values {
  private static final String SCALARS = "scalars";
  private static final String HISTOGRAMS = "histograms";
  private static final String HPARAMS = "hparams";

  private Values() {}

  /** Returns a point of a curve; TensorBoard keeps single precision. */
  static Summary.Value scalar(String tag, double value) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(TensorShapeProto.getDefaultInstance())
            .addFloatVal((float) value);
    return value(tag, SCALARS, ByteString.EMPTY, tensor);
  }

  /** Returns a distribution. */
  static Summary.Value histogram(String tag, Buckets buckets) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_DOUBLE)
            .setTensorShape(shape(buckets.count(), Buckets.COLUMNS));
    for (double number : buckets.rows()) {
      tensor.addDoubleVal(number);
    }
    return value(tag, HISTOGRAMS, ByteString.EMPTY, tensor);
  }

  /** Returns a message for the dashboard of hyper-parameters, held entirely in the metadata. */
  static Summary.Value hparams(String tag, ByteString message) {
    TensorProto.Builder nothing =
        TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape(0));
    return value(tag, HPARAMS, message, nothing);
  }

  private static Summary.Value value(
      String tag, String plugin, ByteString content, TensorProto.Builder tensor) {
    SummaryMetadata.PluginData data =
        SummaryMetadata.PluginData.newBuilder().setPluginName(plugin).setContent(content).build();
    return Summary.Value.newBuilder()
        .setTag(tag)
        .setMetadata(SummaryMetadata.newBuilder().setPluginData(data))
        .setTensor(tensor)
        .build();
  }

  private static TensorShapeProto shape(int... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }
}
