package org.espalier.nas.analysis.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.space.CellGraph;

/** The cells of a network as a line of JSON. */
public final class CellJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CellJson() {}

  /** Returns cells by name, in their order, as JSON without line breaks. */
  public static String of(Map<String, CellGraph> cells) {
    try {
      return MAPPER.writeValueAsString(cells);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Cells consist of text.", impossible);
    }
  }

  /**
   * Reads cells.
   *
   * @return the cells by name, in the order in which they are shown
   * @throws IOException if the text is not that of cells
   */
  public static Map<String, CellGraph> read(String json) throws IOException {
    return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, CellGraph>>() {});
  }
}
