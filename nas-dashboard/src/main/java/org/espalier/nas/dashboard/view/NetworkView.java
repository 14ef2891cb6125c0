package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.analysis.cell.CellSheet;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.network.ComposedParts;
import org.espalier.nas.analysis.network.LayerLegend;
import org.espalier.nas.analysis.network.NetworkDrawing;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.run.StoredSubjects.TrialNetwork;

/** The network of a trial: drawings of its cells and layers, and a table of its layers. */
final class NetworkView {

  private static final int MOST_NODES = 400;
  private static final int MOST_PARTS = 8;

  private final StoredSubjects subjects;

  NetworkView(StoredSubjects subjects) {
    this.subjects = subjects;
  }

  /** Returns the network, or the reason why there is none, under {@code problem}. */
  Map<String, Object> tree(StoredStudy study, StoredTrial trial) {
    try {
      return tree(subjects.network(study, trial.trial().proposal().architecture()));
    } catch (NasException missing) {
      return Map.of("problem", String.valueOf(missing.getMessage()));
    }
  }

  private static Map<String, Object> tree(TrialNetwork network) {
    LayerGraph graph = network.network().graph();
    List<Map<String, Object>> drawings = new ArrayList<>();
    List<Map<String, Object>> parts = new ArrayList<>();
    if (!network.cells().isEmpty()) {
      drawings.add(drawing("Cells", CellSheet.of(network.cells(), CellSheet.WIDE)));
    }
    if (graph.nodes().size() <= MOST_NODES) {
      drawings.add(drawing("Network", NetworkDrawing.of(graph)));
      ComposedParts.of(graph).stream()
          .limit(MOST_PARTS)
          .forEach(part -> parts.add(drawing(part.title(), NetworkDrawing.of(part.graph()))));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("drawings", drawings);
    tree.put("parts", parts);
    tree.put("legend", LayerLegend.of(graph).stream().map(NetworkView::entry).toList());
    tree.put("layers", layers(graph));
    return tree;
  }

  private static Map<String, Object> drawing(String title, Drawing drawing) {
    return Map.of(
        "title", title,
        "svg", SvgWriter.adaptiveFile(drawing),
        "description", drawing.description());
  }

  private static Map<String, Object> entry(LayerLegend.Entry entry) {
    return Map.of(
        "title", entry.title(), "light", entry.color().hex(), "dark", entry.color().darkHex());
  }

  private static List<List<Object>> layers(LayerGraph graph) {
    Map<String, TensorShape> shapes = graph.shapes();
    List<List<Object>> layers = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      List<TensorShape> inputs = node.inputs().stream().map(name -> shape(shapes, name)).toList();
      layers.add(
          List.of(
              node.name(),
              node.layer().label(),
              String.join(", ", node.inputs()),
              shape(shapes, node.name()).toString(),
              node.layer().parameters(inputs),
              node.layer().flops(inputs)));
    }
    return layers;
  }

  private static TensorShape shape(Map<String, TensorShape> shapes, String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }
}
