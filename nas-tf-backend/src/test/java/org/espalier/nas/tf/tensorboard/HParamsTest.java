package org.espalier.nas.tf.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.Summary;

/** A test against the bytes that TensorBoard 2.21's own classes write for these messages. */
class HParamsTest {

  @Test
  void saysWithWhatARunBegan() {
    Summary.Value value =
        HParams.started(
            Map.of("batch", Value.newBuilder().setNumberValue(32).build()),
            Instant.ofEpochMilli(1500));

    assertThat(value.getTag()).isEqualTo("_hparams_/session_start_info");
    assertThat(content(value))
        .isEqualTo("1a1d0a120a056261746368120911000000000000404029000000000000f83f");
  }

  @Test
  void saysHowItEnded() {
    Summary.Value value = HParams.ended(true, Instant.ofEpochMilli(2250));

    assertThat(value.getTag()).isEqualTo("_hparams_/session_end_info");
    assertThat(content(value)).isEqualTo("220b0802110000000000000240");
    assertThat(content(HParams.ended(false, Instant.ofEpochMilli(2250))))
        .isEqualTo("220b0801110000000000000240");
  }

  private static String content(Summary.Value value) {
    assertThat(value.getMetadata().getPluginData().getPluginName()).isEqualTo("hparams");
    return HexFormat.of().formatHex(value.getMetadata().getPluginData().getContent().toByteArray());
  }
}
