package org.espalier.nas.tf.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of TensorFlow and Java in processes with other interpreters and compilers. */
class DenormalFlushTest {
  @BeforeEach
  void denormalsAreFlushedHere() {
    assumeTrue(DenormalMode.ofProcess().flushed());
  }

  /** Java starts in the interpreter in both, and ends in the code of the named compiler. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void onlyTensorFlowFlushesWhateverRunsJava(String compiler) throws Exception {
    assertThat(zeros("1", compiler, 20_000)).isEqualTo("20000 0");
  }

  @Test
  void theVariableKeepsDenormals() throws Exception {
    assertThat(zeros("0", "-XX:TieredStopAtLevel=1", 10)).isEqualTo("0 0");
  }

  @Test
  void aVirtualMachineThatRestoresTheModeKeepsDenormals() throws Exception {
    assertThat(zeros("1", "-XX:+RestoreMXCSROnJNICalls", 10)).isEqualTo("0 0");
  }

  private static String zeros(String flush, String option, int products)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DenormalProducts.class.getName(), Integer.toString(products)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(DenormalMode.VARIABLE, flush);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return printed;
  }
}
