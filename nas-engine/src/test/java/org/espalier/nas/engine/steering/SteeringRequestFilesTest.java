package org.espalier.nas.engine.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    List<String> warnings = new ArrayList<>();
    SteeringRequests requests = new SteeringRequestFiles(folder, warnings::add);
    requests.send(REQUEST);
    Files.writeString(folder.resolve("0000000000000000002-b-2.json"), "{}");
    Files.writeString(folder.resolve("0000000000000000003-c-3.json"), "not JSON");
    Files.write(folder.resolve("0000000000000000004-d-4.json"), new byte[] {'{', (byte) 0xff});
    Files.createDirectory(folder.resolve("0000000000000000005-e-5.json"));
    Files.writeString(folder.resolve("0000000000000000006-f-6.json.partial"), "{}");
    Files.writeString(folder.resolve("9999999999999999999-g-7.json"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    for (int look = 0; look < 3; look++) {
      assertThat(requests.waiting()).containsExactly(REQUEST);
    }
    assertThat(warnings)
        .hasSize(4)
        .allSatisfy(warning -> assertThat(warning).contains("is no request").contains("Delete it"));
    SteeringRequest next =
        new SteeringRequest("h-8", REQUEST.at(), REQUEST.command(), REQUEST.place());
    requests.send(next);
    requests.remove("a-1");
    assertThat(requests.waiting()).containsExactly(next);
    assertThat(folder.resolve("notes.txt")).exists();
  }
}
