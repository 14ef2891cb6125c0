package org.espalier.nas.analysis.importance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/** A study of Optuna as {@code bench/importance/check.py} writes it: one line of JSON. */
final class RecordedStudy {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode study;

  private RecordedStudy(JsonNode study) {
    this.study = study;
  }

  static RecordedStudy of(String line) throws JsonProcessingException {
    return new RecordedStudy(JSON.readTree(line));
  }

  PedAnova settings() {
    return new PedAnova(
        study.get("target").doubleValue(),
        study.get("region").doubleValue(),
        study.get("local").booleanValue());
  }

  List<Observation> observations() {
    List<Decision> decisions = new ArrayList<>();
    study
        .get("domains")
        .forEach(node -> decisions.add(new Decision(node.get("name").textValue(), domain(node))));
    List<Observation> observations = new ArrayList<>();
    for (JsonNode trial : study.get("trials")) {
      List<Observation.Answer> answers = new ArrayList<>();
      for (JsonNode answer : trial.get("answers")) {
        answers.add(
            new Observation.Answer(
                decisions.get(answer.get(0).intValue()), answer.get(1).doubleValue()));
      }
      observations.add(new Observation(loss(trial.get("score")), answers));
    }
    return observations;
  }

  /** Returns Optuna's values, {@code values} or {@code shares}. */
  Map<String, Double> expected(String kind) {
    Map<String, Double> values = new LinkedHashMap<>();
    study.get(kind).properties().forEach(e -> values.put(e.getKey(), e.getValue().asDouble()));
    return values;
  }

  static String toJson(Map<String, ?> values) throws JsonProcessingException {
    return JSON.writeValueAsString(values);
  }

  private double loss(JsonNode score) {
    if (score.isNull()) {
      return Double.POSITIVE_INFINITY;
    }
    return study.get("maximize").booleanValue() ? -score.doubleValue() : score.doubleValue();
  }

  private static Domain domain(JsonNode node) {
    if (node.has("options")) {
      return Categorical.of(
          IntStream.range(0, node.get("options").intValue())
              .mapToObj(index -> "option " + index)
              .toList());
    }
    Scale scale = node.get("log").booleanValue() ? Scale.LOG : Scale.LINEAR;
    return node.has("step")
        ? new IntegerRange(
            node.get("low").longValue(),
            node.get("high").longValue(),
            node.get("step").longValue(),
            scale)
        : new RealRange(node.get("low").doubleValue(), node.get("high").doubleValue(), scale);
  }
}
