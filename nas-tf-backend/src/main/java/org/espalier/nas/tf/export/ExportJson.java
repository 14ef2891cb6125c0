package org.espalier.nas.tf.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Indented JSON in ASCII with LF line ends on every platform; NaN is the string "NaN". */
final class ExportJson {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private ExportJson() {}

  /** Returns the text of a value made of maps, lists, strings, numbers, booleans and nulls. */
  static String text(Object value) throws JsonProcessingException {
    return WRITER.writeValueAsString(value) + "\n";
  }
}
