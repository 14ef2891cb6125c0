package org.espalier.nas.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test that everything public or protected has a comment, and every exception a reason.
 *
 * <p>The build runs doclint without its group "missing", which also requires a record's components
 * to be described twice. This test runs it with the group, and ignores parameters and return
 * values.
 */
class JavadocTest {
  private static final Pattern LET_GO = Pattern.compile("no @param .*|no @return|\\d+ warnings");

  @TempDir Path folder;

  @Test
  void everythingPublicHasAComment() throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    try (StandardJavaFileManager files =
        javadoc.getStandardFileManager(found, Locale.ROOT, UTF_8)) {
      List<String> options =
          List.of("-Xdoclint:all", "-Xmaxwarns", "10000", "-quiet", "-d", folder.toString());
      StringWriter out = new StringWriter();
      boolean done =
          javadoc
              .getTask(
                  out, files, found, null, options, files.getJavaFileObjectsFromPaths(sources()))
              .call();
      assertThat(done).as(out.toString()).isTrue();
    }

    assertThat(found.getDiagnostics())
        .filteredOn(note -> !LET_GO.matcher(note.getMessage(Locale.ROOT)).matches())
        .isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
