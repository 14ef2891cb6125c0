package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.RemoteException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of functions on executors that may go away. */
@Timeout(180)
class FunctionCallTest {

  private static Cluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void connect() {
    cluster = new SparkClusterProvider().connect(LocalSpark.settings(1));
  }

  @AfterAll
  static void disconnect() {
    cluster.close();
  }

  private static Future<byte[]> call(String word, Object rest) {
    return cluster.call(ScriptedFunction.NAME, ScriptedFunction.argument(word, rest));
  }

  private static String value(Future<byte[]> call) throws Exception {
    return new String(call.get(), StandardCharsets.UTF_8);
  }

  @Test
  void aFunctionHasAFolderThatIsDeletedAfterwards() throws Exception {
    Path first = Path.of(value(call("folder", "text")));
    Path second = Path.of(value(call("folder", "text")));

    assertThat(first).isAbsolute().isNotEqualTo(second).doesNotExist();
    assertThat(first.getParent()).isDirectory().isEqualTo(second.getParent());
  }

  @Test
  void aCallWhoseExecutorIsLostIsRepeated() throws Exception {
    Path losses = Files.writeString(folder.resolve("losses"), "1\n2\n");

    assertThat(value(call("dies", losses))).isEqualTo("alive");
  }

  @Test
  void aCallThatLosesThreeExecutorsFails() throws Exception {
    Path losses = Files.writeString(folder.resolve("losses"), "1\n2\n3\n4\n");

    assertThatThrownBy(call("dies", losses)::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(RemoteException.class)
        .hasMessageStartingWith("3 executors were lost while they computed scripted. ");
    assertThat(losses).hasContent("4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "breaks"})
  void anErrorOfAFunctionIsNotRepeatedAndNamesItsPlace(String word) {
    assertThatThrownBy(call(word, "this reason")::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(RemoteException.class)
        .message()
        .startsWith("Executor ")
        .contains(" on 127.0.0.1: ")
        .endsWith("this reason");
  }

  @Test
  void anUnknownFunctionIsAnError() {
    assertThatThrownBy(cluster.call("none", new byte[0])::get)
        .cause()
        .hasMessageContaining("There is no function none: install the same version");
  }

  @Test
  void aCancelledCallFreesItsExecutor() throws Exception {
    Path begun = folder.resolve("begun");
    Future<byte[]> call = call("sleeps", begun);
    while (!Files.exists(begun)) {
      Thread.sleep(20);
    }

    assertThat(call.cancel(true)).isTrue();

    assertThatThrownBy(call::get).isInstanceOf(CancellationException.class);
    assertThat(value(call("folder", "text"))).isNotEmpty();
  }
}
