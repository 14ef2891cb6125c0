package org.espalier.nas.engine.store.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoreUrl;
import org.jspecify.annotations.Nullable;

/**
 * Content of the file {@code store.json} in the folder of a run whose study a database server
 * keeps.
 *
 * @param url address of the server
 * @param key key of the study there
 */
public record StoreFile(StoreUrl url, String key) {
  /** Name of the file in a run folder. */
  public static final String NAME = "store.json";

  private static final String URL = "url";
  private static final String KEY = "key";

  /** Returns the content of a run folder's file; empty if it has none. */
  public static Optional<StoreFile> in(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonNode fields = new ObjectMapper().readTree(Files.readString(file));
      if (fields.path(URL).isTextual() && fields.path(KEY).isTextual()) {
        return Optional.of(
            new StoreFile(new StoreUrl(fields.path(URL).asText()), fields.path(KEY).asText()));
      }
      throw damaged(file, "url and key must be texts", null);
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Optional.empty();
    } catch (JsonProcessingException | InvalidSettingException error) {
      String reason =
          error instanceof JsonProcessingException json
              ? json.getOriginalMessage()
              : String.valueOf(error.getMessage());
      throw damaged(file, reason, error);
    } catch (IOException error) {
      throw new StoreException(
          Kind.OTHER,
          file.toString(),
          "%s cannot be read (%s).".formatted(file, IoReason.of(error)),
          error);
    }
  }

  private static StoreException damaged(Path file, String reason, @Nullable Exception cause) {
    String message =
        "%s is damaged: %s. It must be {\"url\": \"jdbc:postgresql://host:5432/database\", \"key\": \"name/id\"}."
            .formatted(file, reason.replaceFirst("[.]$", ""));
    return cause == null
        ? new StoreException(Kind.CORRUPT, file.toString(), message)
        : new StoreException(Kind.CORRUPT, file.toString(), message, cause);
  }

  /**
   * Writes the file into an existing run folder.
   *
   * @throws StoreException if the folder cannot be written
   */
  public void write(Path folder) {
    Path file = folder.resolve(NAME);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(URL, url.text());
    fields.put(KEY, key);
    try {
      AtomicFile.writeString(
          file,
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n");
    } catch (IOException error) {
      throw unwritable(file, error);
    }
  }

  /**
   * Deletes the file of a run folder, which from then on has its study itself.
   *
   * @throws StoreException if the folder cannot be written
   */
  static void delete(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Files.deleteIfExists(file);
    } catch (IOException error) {
      throw unwritable(file, error);
    }
  }

  private static StoreException unwritable(Path file, IOException error) {
    return new StoreException(
        Kind.READ_ONLY,
        file.toString(),
        "%s cannot be written (%s). Check the permissions of its folder."
            .formatted(file, IoReason.of(error)),
        error);
  }
}
