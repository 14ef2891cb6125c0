package org.espalier.nas.analysis.comparison.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.api.storage.AtomicFile;

/**
 * The content of {@code index.json} in the folder of a comparison: all that its report needs except
 * the searches, whose files it names.
 *
 * @param source path of the comparison file
 * @param comparison the comparison without searches
 * @param searches all searches of the comparison, those that have not ended included
 */
public record ComparisonIndex(
    String source, ComparisonRecord comparison, List<PlannedSearch> searches) {

  /** Name of the file. */
  public static final String FILE = "index.json";

  private static final String RESULTS = "results.json";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A search of a comparison.
   *
   * @param problem name of its problem
   * @param arm name of its arm
   * @param seed its seed
   * @param file file that exists once it has ended, relative to the folder of the comparison
   */
  public record PlannedSearch(String problem, String arm, long seed, String file) {

    /** Checks. */
    public PlannedSearch {
      Objects.requireNonNull(problem);
      Objects.requireNonNull(arm);
      Objects.requireNonNull(file);
    }
  }

  /** Checks and copies. */
  public ComparisonIndex {
    Objects.requireNonNull(source);
    Objects.requireNonNull(comparison);
    searches = List.copyOf(searches);
  }

  /** Returns the number of different seeds. */
  public int seeds() {
    return (int) searches.stream().mapToLong(PlannedSearch::seed).distinct().count();
  }

  /**
   * Writes the file into the folder of the comparison.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    AtomicFile.writeString(folder.resolve(FILE), MAPPER.writeValueAsString(this) + "\n");
  }

  /**
   * Reads the file in the folder of a comparison.
   *
   * @throws IOException if it cannot be read, or is not such a file
   */
  public static ComparisonIndex read(Path folder) throws IOException {
    try {
      String text = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8);
      return MAPPER.readValue(text, ComparisonIndex.class);
    } catch (JsonProcessingException damaged) {
      throw new IOException("it is no index of a comparison", damaged);
    }
  }

  /**
   * Returns the verdict of the report in the folder of the comparison; empty if there is none, or
   * it is of other settings or seeds.
   *
   * @throws IOException if the report cannot be read
   */
  public List<String> verdict(Path folder) throws IOException {
    Path file = folder.resolve(RESULTS);
    List<String> sentences = new ArrayList<>();
    if (Files.exists(file)) {
      JsonNode results = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
      if (results.path("file").asText().equals(comparison.yaml())) {
        results.path("verdict").forEach(sentence -> sentences.add(sentence.asText()));
      }
    }
    return sentences;
  }
}
