package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.jspecify.annotations.Nullable;

/** The code of the components of an experiment, in two degrees of detail. */
final class CodeIdentity {
  private static final String OWN = "org.espalier.nas.";

  private final List<RegisteredComponent<?>> components;
  private final Set<PluginOrigin> others = new LinkedHashSet<>();

  private CodeIdentity(List<RegisteredComponent<?>> components) {
    this.components = components;
  }

  /** Returns the code of an experiment. */
  static CodeIdentity of(Experiment experiment, Catalogue catalogue) {
    List<RegisteredComponent<?>> used = new ArrayList<>();
    add(catalogue, ComponentKind.DATASET, experiment.dataset(), used);
    add(catalogue, ComponentKind.SEARCH_SPACE, experiment.searchSpace(), used);
    add(catalogue, ComponentKind.CONTROLLER, experiment.controller(), used);
    add(catalogue, ComponentKind.EVALUATOR, experiment.evaluator(), used);
    add(catalogue, ComponentKind.REWARD, experiment.reward(), used);
    for (Component<ObjectiveFunction> objective : experiment.objectives()) {
      add(catalogue, ComponentKind.OBJECTIVE, objective, used);
    }
    add(catalogue, ComponentKind.SCALARISATION, experiment.scalarisation(), used);
    add(catalogue, ComponentKind.STOPPING, experiment.stopping(), used);
    CodeIdentity code = new CodeIdentity(used);
    // Any component may ask for a service of a plugin; which one is asked for is not known here.
    catalogue.services().forEach(service -> code.others.add(service.origin()));
    code.others.addAll(catalogue.layerOrigins());
    code.others.removeIf(PluginOrigin::builtIn);
    return code;
  }

  private static void add(
      Catalogue catalogue,
      ComponentKind<?> kind,
      @Nullable Component<?> component,
      List<RegisteredComponent<?>> used) {
    if (component != null) {
      catalogue.find(kind, component.type()).ifPresent(used::add);
    }
  }

  /**
   * Returns the code that can change the result of a search that succeeds: the hashes of the jars
   * of plugins, and the recorded behaviour of built-in components.
   */
  String behaviour() {
    Set<String> lines = new TreeSet<>();
    components.forEach(component -> lines.add(component.title() + " " + behaviour(component)));
    others.forEach(origin -> lines.add(jars(origin)));
    return String.join("\n", lines);
  }

  /** Returns a checksum of all code that can make a search fail, that of the program included. */
  String exact() {
    Set<Path> places = new TreeSet<>();
    Stream.concat(
            Stream.of(Study.class, CodeIdentity.class),
            components.stream()
                .filter(component -> component.origin().builtIn())
                .map(RegisteredComponent::implementation))
        .map(CodeIdentity::place)
        .forEach(
            place -> {
              if (place != null) {
                places.add(place);
              }
            });
    StringBuilder text = new StringBuilder(behaviour());
    places.forEach(place -> text.append('\n').append(digest(place, CodeIdentity::checksum)));
    return Sha256.of(text.toString()).substring(0, Identity.DIGITS);
  }

  private static String behaviour(RegisteredComponent<?> component) {
    if (!component.origin().builtIn()) {
      return jars(component.origin());
    }
    Class<?> type = component.implementation();
    BehaviourVersion recorded = type.getAnnotation(BehaviourVersion.class);
    if (recorded != null) {
      return String.join(" ", recorded.value());
    }
    Path place = type.getName().startsWith(OWN) ? null : place(type);
    return place == null ? component.origin().version() : digest(place, Sha256::of);
  }

  private static String jars(PluginOrigin origin) {
    return String.join(" ", new TreeSet<>(origin.hashes().values()));
  }

  private static @Nullable Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    try {
      return url == null ? null : Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
      return null;
    }
  }

  /** A short text that tells the contents of files apart. */
  private interface FileDigest {
    String of(Path file) throws IOException;
  }

  private static String digest(Path place, FileDigest content) {
    try (Stream<Path> files = Files.walk(place)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(place.relativize(file)).append(' ').append(content.of(file)).append('\n');
      }
      return Sha256.of(text.toString());
    } catch (IOException error) {
      throw new NasException(place + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }

  /** The program itself is read for each arm, for which a checksum is several times as fast. */
  private static String checksum(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    CRC32C sum = new CRC32C();
    sum.update(content);
    return content.length + " " + sum.getValue();
  }
}
