package org.espalier.nas.spark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.RemoteFunction;
import org.espalier.nas.engine.remote.WorkerPlace;

/** Function that does what its argument says: a word, and a file or a text. */
public final class ScriptedFunction implements RemoteFunction {

  static final String NAME = "scripted";

  /** Creates the function. */
  public ScriptedFunction() {}

  static byte[] argument(String word, Object rest) {
    return (word + " " + rest).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte[] call(byte[] argument, WorkerPlace place) throws Exception {
    String[] words = new String(argument, StandardCharsets.UTF_8).split(" ", 2);
    return switch (words[0]) {
      case "folder" -> {
        Files.writeString(place.folder().resolve("file"), words[1]);
        yield place.folder().toString().getBytes(StandardCharsets.UTF_8);
      }
      case "refuses" -> throw new NasException(words[1]);
      case "breaks" -> throw new IllegalStateException(words[1]);
      case "sleeps" -> {
        Files.writeString(Path.of(words[1]), "begun");
        Thread.sleep(600_000);
        yield new byte[0];
      }
      case "dies" -> dying(Path.of(words[1]));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  /** Ends the process as often as the file has lines, of which it takes one away each time. */
  private static byte[] dying(Path file) throws Exception {
    List<String> left = Files.readAllLines(file);
    if (left.isEmpty()) {
      return "alive".getBytes(StandardCharsets.UTF_8);
    }
    Files.write(file, left.subList(1, left.size()));
    Runtime.getRuntime().halt(1);
    return new byte[0];
  }
}
