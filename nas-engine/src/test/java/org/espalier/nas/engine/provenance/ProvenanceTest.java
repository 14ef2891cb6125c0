package org.espalier.nas.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  @Test
  void describesVersionsAndMachine() {
    Map<String, String> entries =
        Provenance.collect(folder).with(Map.of("dataset.hash", "ff")).entries();

    assertThat(entries)
        .containsKeys("espalier.version", "java.version", "os", "os.arch", "cpu.cores")
        .containsEntry("dataset.hash", "ff")
        .doesNotContainKey("git.commit");
    assertThat(entries.values()).noneMatch(String::isBlank);
  }

  @Test
  void readsACommitThatIsCheckedOutItself() throws Exception {
    write(".git/HEAD", COMMIT + "\n");

    assertThat(GitCommit.of(Files.createDirectories(folder.resolve("a/b")))).contains(COMMIT);
  }

  @Test
  void readsABranch() throws Exception {
    write(".git/HEAD", "ref: refs/heads/main\n");
    assertThat(GitCommit.of(folder)).isEmpty();
    write(".git/packed-refs", "# pack-refs\n" + COMMIT + " refs/heads/main\n");
    assertThat(GitCommit.of(folder)).contains(COMMIT);
    String later = COMMIT.replace('0', 'f');
    write(".git/refs/heads/main", later + "\n");
    assertThat(GitCommit.of(folder)).contains(later);
  }

  @Test
  void readsAWorkTree() throws Exception {
    write("main/.git/refs/heads/side", COMMIT + "\n");
    write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
    write("main/.git/worktrees/side/commondir", "../..\n");
    write("side/.git", "gitdir: " + folder.resolve("main/.git/worktrees/side") + "\n");

    assertThat(GitCommit.of(folder.resolve("side"))).contains(COMMIT);
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
