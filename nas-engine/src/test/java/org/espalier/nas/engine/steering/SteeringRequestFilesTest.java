package org.espalier.nas.engine.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringRequestFilesTest {

  private static final SteeringRequest REQUEST =
      new SteeringRequest("a-1", Instant.ofEpochMilli(5), new SteeringCommand.StopStudy(), null);

  @TempDir Path folder;

  @Test
  void aFolderIsMadeByTheFirstRequest() {
    SteeringRequests requests = new SteeringRequestFiles(folder.resolve("study.requests"));

    assertThat(requests.waiting()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    requests.send(REQUEST);
    assertThat(requests.waiting()).containsExactly(REQUEST);
  }

  /** A half-written file has another name; a damaged one is somebody's mistake. */
  @Test
  void otherFilesAreNoRequests() throws IOException {
    SteeringRequests requests = new SteeringRequestFiles(folder);
    requests.send(REQUEST);
    Files.writeString(folder.resolve("0000000000000000002-b-2.json"), "{}");
    Files.writeString(folder.resolve("0000000000000000003-c-3.json"), "not JSON");
    Files.writeString(folder.resolve("0000000000000000004-d-4.json.partial"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(requests.waiting()).containsExactly(REQUEST);
    requests.remove("a-1");
    assertThat(requests.waiting()).isEmpty();
    assertThat(folder.resolve("notes.txt")).exists();
  }
}
