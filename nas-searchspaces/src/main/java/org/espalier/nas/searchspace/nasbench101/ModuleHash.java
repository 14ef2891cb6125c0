package org.espalier.nas.searchspace.nasbench101;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hash by which NAS-Bench-101 identifies modules (Ying et al. 2019, section 2.2): the label of
 * each vertex is replaced, as often as there are vertices, by the MD5 of the sorted labels of those
 * that it reads, of those that read it, and its own. Isomorphic modules have the same hash.
 */
final class ModuleHash {
  private static final int INPUT = -1;
  private static final int OUTPUT = -2;

  private final MessageDigest md5;

  ModuleHash() {
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5.", impossible);
    }
  }

  /** Returns the hash of a pruned module, in hexadecimal. */
  String of(ModuleGraph module) {
    List<String> labels = new ArrayList<>();
    for (int vertex = 0; vertex < module.vertices(); vertex++) {
      labels.add(
          digest(
              "(%s, %s, %s)"
                  .formatted(
                      Integer.toString(readers(module, vertex).size()),
                      Integer.toString(read(module, vertex).size()),
                      Integer.toString(label(module, vertex)))));
    }
    for (int round = 0; round < module.vertices(); round++) {
      labels = refined(module, labels);
    }
    return digest(
        labels.stream()
            .sorted()
            .map(label -> "'" + label + "'")
            .collect(Collectors.joining(", ", "[", "]")));
  }

  private List<String> refined(ModuleGraph module, List<String> labels) {
    List<String> refined = new ArrayList<>();
    for (int vertex = 0; vertex < module.vertices(); vertex++) {
      refined.add(
          digest(
              sorted(read(module, vertex), labels)
                  + "|"
                  + sorted(readers(module, vertex), labels)
                  + "|"
                  + labels.get(vertex)));
    }
    return refined;
  }

  private static String sorted(List<Integer> vertices, List<String> labels) {
    return vertices.stream().map(labels::get).sorted().collect(Collectors.joining());
  }

  private static List<Integer> read(ModuleGraph module, int vertex) {
    List<Integer> read = new ArrayList<>();
    for (int from = 0; from < vertex; from++) {
      if (module.joined(from, vertex)) {
        read.add(from);
      }
    }
    return read;
  }

  private static List<Integer> readers(ModuleGraph module, int vertex) {
    List<Integer> readers = new ArrayList<>();
    for (int to = vertex + 1; to < module.vertices(); to++) {
      if (module.joined(vertex, to)) {
        readers.add(to);
      }
    }
    return readers;
  }

  private static int label(ModuleGraph module, int vertex) {
    if (vertex == 0) {
      return INPUT;
    }
    return vertex == module.vertices() - 1 ? OUTPUT : module.operation(vertex).index();
  }

  private String digest(String text) {
    return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
