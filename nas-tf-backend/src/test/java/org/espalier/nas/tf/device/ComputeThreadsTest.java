package org.espalier.nas.tf.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A count of the threads that compute an operation, in a process of its own: the first session of a
 * process decides their number for all.
 */
@EnabledOnOs(OS.LINUX)
class ComputeThreadsTest {

  @Test
  void anOperationUsesOneThreadAfterAllUsesOfTensorFlow(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StudyThreads.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String threads = new String(process.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(process.waitFor()).isZero();
    assertThat(threads).isEqualTo("1");
  }
}
