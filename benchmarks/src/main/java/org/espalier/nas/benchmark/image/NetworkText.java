package org.espalier.nas.benchmark.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;

/** The description of networks from which {@code bench/images} builds them with Keras. */
public final class NetworkText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NetworkText() {}

  /** Returns one line of JSON: input, nodes with layer, settings and inputs, and parameters. */
  public static String of(String name, NetworkSpec network) throws JsonProcessingException {
    List<Object> nodes = new ArrayList<>();
    for (LayerNode node : network.nodes()) {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("name", node.name());
      described.put("type", node.layer().getClass().getSimpleName());
      described.put("settings", node.layer());
      described.put("inputs", node.inputs());
      nodes.add(described);
    }
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", name);
    described.put("input", network.input().dimensions());
    described.put("nodes", nodes);
    described.put("parameters", network.parameters());
    return JSON.writeValueAsString(described);
  }
}
