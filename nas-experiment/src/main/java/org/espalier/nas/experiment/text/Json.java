package org.espalier.nas.experiment.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Writes JSON for other programs. */
public final class Json {

  private Json() {}

  /** Maps, lists and single values as indented JSON, without a line break at the end. */
  public static String of(Object tree) {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException("No JSON for " + tree, error);
    }
  }
}
