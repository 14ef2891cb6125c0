package org.espalier.nas.tf.tensorboard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordFrameTest {

  /** CRC-32C of the digits is 0xe3069283 in every table; rotated and masked it is 0xc78ab0e5. */
  @Test
  void masksTheChecksum() {
    byte[] digits = "123456789".getBytes(US_ASCII);

    assertThat(RecordFrame.checksum(digits, digits.length)).isEqualTo(0xc78ab0e5);
  }

  /** The expected bytes are those of TensorBoard 2.21's own writer. */
  @Test
  void framesAsTensorBoardDoes() {
    byte[] frame = RecordFrame.of("123456789".getBytes(US_ASCII)).array();

    assertThat(HexFormat.of().formatHex(frame))
        .isEqualTo("090000000000000037f97139" + "313233343536373839" + "e5b08ac7");
  }
}
