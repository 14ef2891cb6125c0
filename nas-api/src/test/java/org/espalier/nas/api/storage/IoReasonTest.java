package org.espalier.nas.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class IoReasonTest {

  @TempDir Path folder;

  private interface Work {
    void run() throws IOException;
  }

  private static String reason(Work work) {
    return IoReason.of(catchThrowableOfType(IOException.class, work::run));
  }

  @Test
  void filesThatAreNotThere() {
    Path missing = folder.resolve("missing");
    assertThat(reason(() -> Files.readString(missing))).isEqualTo("there is no such file");
    assertThat(reason(() -> new FileInputStream(missing.toFile()).close()))
        .isEqualTo("there is no such file");
  }

  @Test
  void foldersInThePlaceOfFiles() {
    assertThat(reason(() -> Files.readString(folder))).isEqualTo("it is a folder");
    assertThat(reason(() -> Files.writeString(folder, ""))).isEqualTo("it is a folder");
    assertThat(reason(() -> new FileInputStream(folder.toFile()).close()))
        .isEqualTo("it is a folder");
  }

  @Test
  void filesInThePlaceOfFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(reason(() -> Files.createDirectories(file)))
        .isEqualTo("the file " + file + " is in the way");
    assertThat(reason(() -> Files.writeString(file.resolve("below"), "")))
        .isEqualTo("a part of the path is a file, not a folder");
    assertThat(reason(() -> list(file))).isEqualTo("it is not a folder");
    assertThat(reason(() -> Files.delete(folder))).isEqualTo("the folder is not empty");
  }

  private static void list(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> {});
    }
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {(byte) 0xff, 0, 1});
    assertThat(reason(() -> Files.readString(file))).isEqualTo("it is not UTF-8 text");
  }

  @Test
  void fullDisksAndMissingPermissions() {
    assertThat(IoReason.of(new FileSystemException("f", null, "No space left on device")))
        .isEqualTo("the disk is full");
    assertThat(IoReason.of(new IOException("No space left on device")))
        .isEqualTo("the disk is full");
    assertThat(IoReason.of(new FileSystemException("f", null, "Read-only file system")))
        .isEqualTo("the file system is read-only");
    assertThat(IoReason.of(new AccessDeniedException("f"))).isEqualTo("permission denied");
    assertThat(IoReason.of(new FileNotFoundException("a (b) (Permission denied)")))
        .isEqualTo("permission denied");
  }

  @Test
  void otherErrorsKeepTheirMessage() {
    assertThat(IoReason.of(new IOException("the entry is truncated.")))
        .isEqualTo("the entry is truncated");
    assertThat(IoReason.of(new UncheckedIOException(new AccessDeniedException("f"))))
        .isEqualTo("permission denied");
    assertThat(IoReason.of((Exception) new UncheckedIOException(new IOException("broken"))))
        .isEqualTo("broken");
    assertThat(IoReason.of(new IOException())).isEqualTo("the operating system gives no reason");
    assertThat(IoReason.of(new FileSystemException("f")))
        .isEqualTo("the operating system gives no reason");
  }
}
