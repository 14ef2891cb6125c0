package org.espalier.nas.experiment.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** A writer of JSON for other programs. */
public final class Json {

  private Json() {}

  /** Returns maps, lists and single values as indented JSON, without a final line break. */
  public static String of(Object tree) {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException("No JSON for " + tree, error);
    }
  }

  /** Returns maps, lists and single values as JSON in one line. */
  public static String compact(Object tree) {
    try {
      return new ObjectMapper().writeValueAsString(tree);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException("No JSON for " + tree, error);
    }
  }
}
