package org.espalier.nas.engine.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests as files of a folder, one each, which is made by the first request. A process that sends
 * one takes no lock that the study could wait for.
 */
public final class SteeringRequestFiles implements SteeringRequests {
  private static final Logger LOG = LoggerFactory.getLogger(SteeringRequestFiles.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Consumer<String> warning;

  /** Names of files that are no requests, each of which is warned about once. */
  private final Set<String> ignored = ConcurrentHashMap.newKeySet();

  /** Creates the requests of a folder, which need not exist. */
  public SteeringRequestFiles(Path folder) {
    this(folder, LOG::warn);
  }

  SteeringRequestFiles(Path folder, Consumer<String> warning) {
    this.folder = folder;
    this.warning = warning;
  }

  @Override
  public synchronized void send(SteeringRequest request) {
    List<Path> files = files();
    if (files.stream().anyMatch(file -> isOf(file, request.id()))) {
      return;
    }
    long number = files.isEmpty() ? 1 : number(files.get(files.size() - 1)) + 1;
    Path file = folder.resolve("%019d-%s%s".formatted(number, request.id(), SUFFIX));
    try {
      Files.createDirectories(folder);
      AtomicFile.writeString(file, text(request));
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be written (%s). Check the permissions of its folder, and the space on the disk."
              .formatted(file, IoReason.of(error)),
          error);
    }
  }

  private static boolean isOf(Path file, String id) {
    return file.getFileName().toString().endsWith("-" + id + SUFFIX)
        && id.length() + SUFFIX.length() + 20 == file.getFileName().toString().length();
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 19));
  }

  @Override
  public List<SteeringRequest> waiting() {
    List<SteeringRequest> waiting = new ArrayList<>();
    for (Path file : files()) {
      read(file).ifPresent(waiting::add);
    }
    return waiting;
  }

  /** The complete files in their order; those with other names are somebody else's. */
  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("0\\d{18}-[A-Za-z0-9-]+[.]json"))
          .sorted()
          .toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be read (%s). Check its permissions.".formatted(folder, IoReason.of(error)),
          error);
    }
  }

  private Optional<SteeringRequest> read(Path file) {
    try {
      JsonNode fields = MAPPER.readTree(Files.readString(file));
      JsonNode place = fields.path("place");
      return Optional.of(
          new SteeringRequest(
              fields.path("id").asText(),
              Instant.ofEpochMilli(fields.path("at").asLong()),
              SteeringText.read(fields.path("command").asText()),
              place.isInt() ? place.asInt() : null));
    } catch (NoSuchFileException taken) {
      return Optional.empty();
    } catch (JsonProcessingException | NasException | IllegalArgumentException damaged) {
      ignore(file, String.valueOf(damaged.getMessage()));
    } catch (IOException unreadable) {
      ignore(file, IoReason.of(unreadable));
    }
    return Optional.empty();
  }

  private void ignore(Path file, String reason) {
    if (ignored.add(file.getFileName().toString())) {
      warning.accept("%s is no request, and is ignored: %s. Delete it.".formatted(file, reason));
    }
  }

  private static String text(SteeringRequest request) {
    ObjectNode fields = MAPPER.createObjectNode();
    fields.put("id", request.id());
    fields.put("at", request.at().toEpochMilli());
    fields.put("command", SteeringText.write(request.command()));
    if (request.place() != null) {
      fields.put("place", request.place());
    }
    return fields + "\n";
  }

  @Override
  public void remove(String id) {
    for (Path file : files()) {
      if (isOf(file, id)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException error) {
          throw new NasException(
              "%s cannot be deleted (%s). Check the permissions of its folder."
                  .formatted(file, IoReason.of(error)),
              error);
        }
      }
    }
  }
}
