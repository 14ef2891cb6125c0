package org.espalier.nas.tf.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.google.protobuf.Value;
import java.time.Instant;
import java.util.Map;
import org.tensorflow.proto.Summary;

/**
 * The messages about one run for the dashboard of hyper-parameters.
 *
 * <p>TensorFlow-Java lacks these messages, so they are built here field by field, after
 * TensorBoard's {@code plugins/hparams/plugin_data.proto}:
 *
 * <pre>
 * message HParamsPluginData {
 *   int32 version = 1;
 *   oneof data {
 *     Experiment experiment = 2;
 *     SessionStartInfo session_start_info = 3;
 *     SessionEndInfo session_end_info = 4;
 *   }
 * }
 * message SessionStartInfo {
 *   map&lt;string, google.protobuf.Value&gt; hparams = 1;
 *   string model_uri = 2;
 *   string monitor_url = 3;
 *   string group_name = 4;
 *   double start_time_secs = 5;
 * }
 * message SessionEndInfo {
 *   Status status = 1;  // 1: success, 2: failure, 3: running
 *   double end_time_secs = 2;
 * }
 * </pre>
 *
 * <p>The version is 0. There is no {@code Experiment}: it would have to name all hyper-parameters
 * before the first trial; without it, TensorBoard collects them from the runs.
 */
final class HParams {
  private static final String START_TAG = "_hparams_/session_start_info";
  private static final String END_TAG = "_hparams_/session_end_info";

  private static final int START_INFO = 3;
  private static final int START_SECONDS = 5;
  private static final int END_INFO = 4;
  private static final int STATUS = 1;
  private static final int END_SECONDS = 2;

  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;

  private HParams() {}

  /** Returns the message that a run began with these hyper-parameters. */
  static Summary.Value started(Map<String, Value> hparams, Instant at) {
    // A Struct is the same map under the same field number.
    Struct struct = Struct.newBuilder().putAllFields(hparams).build();
    try {
      return Values.hparams(
          START_TAG,
          message(
              START_INFO,
              UnknownFieldSet.newBuilder()
                  .mergeFrom(struct.toByteString())
                  .addField(START_SECONDS, seconds(at))));
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the message that the run ended. */
  static Summary.Value ended(boolean failed, Instant at) {
    return Values.hparams(
        END_TAG,
        message(
            END_INFO,
            UnknownFieldSet.newBuilder()
                .addField(STATUS, Field.newBuilder().addVarint(failed ? FAILURE : SUCCESS).build())
                .addField(END_SECONDS, seconds(at))));
  }

  private static ByteString message(int field, UnknownFieldSet.Builder content) {
    return UnknownFieldSet.newBuilder()
        .addField(
            field, Field.newBuilder().addLengthDelimited(content.build().toByteString()).build())
        .build()
        .toByteString();
  }

  private static Field seconds(Instant at) {
    return Field.newBuilder()
        .addFixed64(Double.doubleToRawLongBits(at.toEpochMilli() / 1e3))
        .build();
  }
}
