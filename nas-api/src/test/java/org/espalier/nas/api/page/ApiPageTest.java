package org.espalier.nas.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A test that the diagrams of docs/api.md match the classes; {@code -Dgolden.write=true} redraws
 * them. The surrounding text is written by hand.
 */
class ApiPageTest {
  private static final Path PAGE = Path.of("../docs/api.md");
  private static final Pattern DIAGRAM =
      Pattern.compile("<!-- diagram: (\\w+) -->\n```mermaid\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void thePageShowsEveryPublicTypeAsItIs() throws IOException {
    Map<String, String> drawn = drawn();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, redrawn(Files.readString(PAGE), drawn));
    }

    Map<String, String> shown = new LinkedHashMap<>();
    Matcher diagrams = DIAGRAM.matcher(Files.readString(PAGE));
    while (diagrams.find()) {
      shown.put(diagrams.group(1), diagrams.group(2));
    }
    assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(drawn.keySet());
    drawn.forEach(
        (name, mermaid) ->
            assertThat(shown.get(name))
                .as("the diagram %s of %s; -Dgolden.write=true draws it anew", name, PAGE)
                .isEqualTo(mermaid));
  }

  @Test
  void noTypeIsLeftOut() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(PublicTypes.byPackage().values().stream().flatMap(List::stream))
        .hasSizeGreaterThan(60)
        .allSatisfy(type -> assertThat(page).contains("[\"" + TypeNames.of(type) + "\"]"));
  }

  /** Returns the diagrams by name: the overview, and one for each package. */
  private static Map<String, String> drawn() throws IOException {
    Map<String, String> drawn = new LinkedHashMap<>();
    drawn.put("overview", new Overview().mermaid());
    PublicTypes.byPackage()
        .forEach((name, types) -> drawn.put(name, new PackageDiagram(types).mermaid()));
    return drawn;
  }

  /** Returns the page with these diagrams; those without a place come last. */
  private static String redrawn(String page, Map<String, String> drawn) {
    String redrawn =
        DIAGRAM
            .matcher(page)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        block(found.group(1), drawn.getOrDefault(found.group(1), ""))));
    Stream<String> missing =
        drawn.keySet().stream()
            .filter(name -> !page.contains("<!-- diagram: " + name + " -->"))
            .map(name -> "\n## " + name + "\n\n" + block(name, drawn.get(name)));
    return redrawn + missing.collect(Collectors.joining());
  }

  private static String block(String name, String mermaid) {
    return "<!-- diagram: " + name + " -->\n```mermaid\n" + mermaid + "```\n";
  }
}
