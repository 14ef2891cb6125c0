package org.espalier.nas.cli.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.Sha256;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The libraries for building plugins, as a Maven repository: nas-api, nas-problems, nas-testkit and
 * those that only some kinds of plugins need.
 */
public final class Sdk {
  private static final Path GROUP = Path.of("org", "espalier");
  private static final List<String> OPTIONAL = List.of("nas-tf-backend", "nas-data");
  private static final String SNAPSHOT = "-SNAPSHOT";
  private static final int HASH_LENGTH = 8;

  private final Path folder;

  /**
   * Opens the folder that the build of Espalier created.
   *
   * @throws NasException if it does not exist
   */
  public Sdk(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder.resolve(GROUP).resolve("nas-api"))) {
      throw new NasException(
          "The libraries for building plugins are not in %s; run this command with Espalier's nas script, which puts them there."
              .formatted(folder));
    }
  }

  /**
   * Returns the jars, POMs and checksums of a Maven repository, by their paths in it.
   *
   * <p>The version of a snapshot includes its content, because Maven caches the first content of a
   * version, and each build has a new one.
   *
   * @param library a library that only some kinds of plugins need; Maven resolves TensorFlow itself
   */
  Map<Path, byte[]> files(Optional<String> library) {
    String built = builtVersion();
    String published = version();
    Map<Path, byte[]> files = new TreeMap<>();
    for (Path file : sources()) {
      if (OPTIONAL.stream()
          .filter(name -> !name.equals(library.orElse(null)))
          .anyMatch(name -> file.startsWith(GROUP.resolve(name)))) {
        continue;
      }
      byte[] content = read(file);
      if (file.toString().endsWith(".pom")) {
        String pom = new String(content, StandardCharsets.UTF_8);
        content =
            pom.replace("<version>" + built + "</version>", "<version>" + published + "</version>")
                .getBytes(StandardCharsets.UTF_8);
      }
      String path = file.toString().replace(built, published);
      files.put(Path.of(path), content);
      // Maven warns of what has no checksum, with a stack trace each.
      files.put(Path.of(path + ".sha1"), sha1(content).getBytes(StandardCharsets.US_ASCII));
    }
    return files;
  }

  private static String sha1(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException error) {
      throw new IllegalStateException("Every Java platform has SHA-1.", error);
    }
  }

  private List<Path> sources() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") || file.toString().endsWith(".pom"))
          .map(folder::relativize)
          .sorted()
          .toList();
    } catch (IOException error) {
      throw unreadable(error);
    }
  }

  private byte[] read(Path file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException error) {
      throw unreadable(error);
    }
  }

  private NasException unreadable(Exception error) {
    return new NasException(folder + " cannot be read: " + error.getMessage() + ".", error);
  }

  /** Returns the version of nas-api in the repository. */
  String version() {
    return builtVersion().replace(SNAPSHOT, "-" + hash());
  }

  private String builtVersion() {
    return only(folder.resolve(GROUP).resolve("nas-api"));
  }

  private String only(Path parent) {
    try (Stream<Path> versions = Files.list(parent)) {
      return versions
          .filter(Files::isDirectory)
          .map(version -> String.valueOf(version.getFileName()))
          .max(String::compareTo)
          .orElseThrow(() -> new NasException(parent + " contains no version of nas-api."));
    } catch (IOException error) {
      throw unreadable(error);
    }
  }

  private String hash() {
    StringBuilder hashes = new StringBuilder();
    sources().forEach(file -> hashes.append(Sha256.of(read(file))));
    return Sha256.of(hashes.toString()).substring(0, HASH_LENGTH);
  }

  /** Returns the version of a Maven plugin in Espalier's own build. */
  String mavenPlugin(String artifact) {
    Path pom =
        folder.resolve(
            GROUP
                .resolve("espalier")
                .resolve(builtVersion())
                .resolve("espalier-" + builtVersion() + ".pom"));
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(pom.toFile());
      String version =
          XPathFactory.newInstance()
              .newXPath()
              .evaluate(
                  "//pluginManagement/plugins/plugin[artifactId='" + artifact + "']/version",
                  document);
      if (version.isEmpty()) {
        throw new NasException(pom + " has no version of " + artifact + ".");
      }
      return version;
    } catch (IOException
        | SAXException
        | ParserConfigurationException
        | XPathExpressionException error) {
      throw unreadable(error);
    }
  }
}
