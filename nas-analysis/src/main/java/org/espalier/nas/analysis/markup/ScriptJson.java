package org.espalier.nas.analysis.markup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON that is safe within a script element of HTML and XML. */
public final class ScriptJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().configure(JsonWriteFeature.ESCAPE_NON_ASCII, true).build();

  private ScriptJson() {}

  /** Returns the text of a value; characters with a meaning in HTML or XML are escaped. */
  public static String of(JsonNode value) {
    try {
      return MAPPER.writer(new MarkupEscapes()).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The data of a chart cannot be written as JSON.", e);
    }
  }

  /** Escapes of the characters that end elements or start entities. */
  private static final class MarkupEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      for (char character : new char[] {'<', '>', '&', '\''}) {
        escapes[character] = ESCAPE_STANDARD;
      }
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
