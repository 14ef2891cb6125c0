package org.espalier.nas.analysis.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.analysis.comparison.file.ComparisonFiles;

/** Writes example pages to look at in a browser: the folder is the only argument. */
final class ComparisonPreview {

  private ComparisonPreview() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, ComparisonResults> examples = new LinkedHashMap<>();
    examples.put("two", ExampleComparisons.ofTwo());
    examples.put("five", ExampleComparisons.ofFive());
    examples.put("fourteen", ExampleComparisons.ofFourteen(100));
    examples.put("problems", ExampleComparisons.ofFourProblems());
    examples.put("all", ExampleComparisons.ofAll(100));
    examples.put("analysed", ExampleComparisons.analysed(14, 30));
    examples.put("awkward", ExampleComparisons.awkward());
    examples.put("empty", ExampleComparisons.empty());
    for (Map.Entry<String, ComparisonResults> example : examples.entrySet()) {
      ComparisonFiles.write(example.getValue(), Path.of(arguments[0], example.getKey()));
    }
  }
}
