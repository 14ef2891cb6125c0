package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void comesBack() {
    byte[] request = {0, 1, 0, -1};

    Message read = Message.of(new Message("study-größe", request).bytes());

    assertThat(read.study()).isEqualTo("study-größe");
    assertThat(read.request()).isEqualTo(request);
  }
}
