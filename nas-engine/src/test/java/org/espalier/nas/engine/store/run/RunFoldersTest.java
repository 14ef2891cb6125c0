package org.espalier.nas.engine.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.espalier.nas.engine.store.StudyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path root;

  private Path run(String name, Instant at) {
    Path folder = new RunFolders(root).fresh(name, at);
    new RunFolderRepository(root)
        .create(folder.toString(), new StudyDescription(name, 1, "", Map.of(), at))
        .close();
    return folder;
  }

  @Test
  void namesRunsByTheirTime() {
    assertThat(root.relativize(new RunFolders(root).fresh("wine", NOON)).toString())
        .matches("wine.20261122-120000-[0-9a-f]{4}");
  }

  @Test
  void givesRunsOfOneSecondDifferentFolders() {
    assertThat(run("wine", NOON)).isNotEqualTo(run("wine", NOON));
  }

  @Test
  void findsRuns() {
    Path older = run("wine", NOON);
    Path newer = run("wine", NOON.plusSeconds(5));
    Path latest = run("moons", NOON.plusSeconds(9));
    RunFolders folders = new RunFolders(root);

    assertThat(folders.all()).containsExactly(older, newer, latest);
    assertThat(folders.find("latest")).isEqualTo(latest);
    assertThat(folders.find("wine")).isEqualTo(newer);
    assertThat(folders.find("wine/" + older.getFileName())).isEqualTo(older);
    assertThat(folders.find(older.getFileName().toString())).isEqualTo(older);
    assertThat(folders.find(older.toString())).isEqualTo(older);
    assertThat(folders.find(older.resolve("study.db").toString())).isEqualTo(older);
  }

  @Test
  void namesTheRunsThatThereAre() {
    RunFolders folders = new RunFolders(root);
    assertThat(new RunFolders(root.resolve("none")).all()).isEmpty();
    assertThatThrownBy(() -> folders.find("latest"))
        .hasMessage("There is no run latest in %s. No runs yet.", root);
    Path wine = run("wine", NOON);
    assertThatThrownBy(() -> folders.find("vine"))
        .hasMessage(
            "There is no run vine in %s. The latest runs: %s.", root, root.relativize(wine));
  }
}
