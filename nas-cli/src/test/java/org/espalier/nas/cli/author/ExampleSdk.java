package org.espalier.nas.cli.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contents of {@code target/sdk}, with stand-ins for the jars. */
public final class ExampleSdk {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private ExampleSdk() {}

  /** Writes it into a folder. */
  public static Path write(Path folder) throws IOException {
    file(folder, "nas-api", "jar", "nas-api");
    file(folder, "nas-api", "pom", "<project/>");
    file(folder, "nas-problems", "jar", "nas-problems");
    file(folder, "nas-problems", "pom", "<project/>");
    file(folder, "nas-testkit", "jar", "nas-testkit");
    file(folder, "nas-testkit", "pom", "<project/>");
    file(folder, "nas-data", "jar", "nas-data");
    file(folder, "nas-data", "pom", "<project/>");
    file(folder, "nas-tf-backend", "jar", "nas-tf-backend");
    file(folder, "nas-tf-backend", "pom", "<project/>");
    file(folder, "espalier", "pom", Files.readString(Path.of("../pom.xml")));
    return folder;
  }

  private static void file(Path folder, String artifact, String type, String content)
      throws IOException {
    Path parent =
        Files.createDirectories(folder.resolve("org/espalier/" + artifact + "/" + VERSION));
    Files.writeString(parent.resolve(artifact + "-" + VERSION + "." + type), content);
  }
}
