package org.espalier.nas.engine.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Text form of commands, a JSON object: {@code {"command": "stop-study"}}, {@code {"command":
 * "stop-trial", "trial": 3}}, {@code {"command": "enqueue", "architecture": ["64", "relu"]}},
 * {@code {"command": "change-budget", "trials": 200, "wallClock": "PT2H"}}, {@code {"command":
 * "note", "trial": 3, "text": "…"}}, {@code {"command": "tag", "name": "…", "present": true}}.
 */
public final class SteeringText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String COMMAND = "command";
  private static final String TRIAL = "trial";

  private SteeringText() {}

  /** Returns the text of a command, on one line. */
  public static String write(SteeringCommand command) {
    return tree(command).toString();
  }

  private static ObjectNode tree(SteeringCommand command) {
    ObjectNode tree = MAPPER.createObjectNode();
    if (command instanceof SteeringCommand.StopStudy) {
      tree.put(COMMAND, "stop-study");
    } else if (command instanceof SteeringCommand.StopTrial stop) {
      tree.put(COMMAND, "stop-trial").put(TRIAL, stop.trial());
    } else if (command instanceof SteeringCommand.EnqueueArchitecture enqueue) {
      tree.put(COMMAND, "enqueue");
      enqueue.architecture().forEach(tree.putArray("architecture")::add);
    } else if (command instanceof SteeringCommand.ChangeBudget budget) {
      tree.put(COMMAND, "change-budget");
      put(tree, "trials", budget.trials());
      put(tree, "epochs", budget.epochs());
      put(tree, "seconds", budget.seconds());
      if (budget.wallClock() != null) {
        tree.put("wallClock", budget.wallClock().toString());
      }
    } else if (command instanceof SteeringCommand.Note note) {
      put(tree.put(COMMAND, "note"), TRIAL, note.trial());
      tree.put("text", note.text());
    } else if (command instanceof SteeringCommand.Tag tag) {
      tree.put(COMMAND, "tag").put("name", tag.name()).put("present", tag.present());
    }
    return tree;
  }

  private static void put(ObjectNode tree, String name, @Nullable Integer value) {
    if (value != null) {
      tree.put(name, value);
    }
  }

  /**
   * Reads a command.
   *
   * @throws InvalidSettingException if the text is not the JSON of a command
   */
  public static SteeringCommand read(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree == null || !tree.isObject()) {
        throw invalid(COMMAND, "The command must be a JSON object.");
      }
      return command(new Fields(tree));
    } catch (JsonProcessingException error) {
      throw invalid(COMMAND, "The command is not valid JSON: " + error.getOriginalMessage() + ".");
    }
  }

  private static SteeringCommand command(Fields fields) {
    String kind = fields.text(COMMAND);
    SteeringCommand command =
        switch (kind) {
          case "stop-study" -> new SteeringCommand.StopStudy();
          case "stop-trial" -> new SteeringCommand.StopTrial(fields.present(TRIAL));
          case "enqueue" -> new SteeringCommand.EnqueueArchitecture(fields.texts("architecture"));
          case "change-budget" ->
              new SteeringCommand.ChangeBudget(
                  fields.whole("trials"),
                  fields.whole("epochs"),
                  fields.whole("seconds"),
                  fields.duration("wallClock"));
          case "note" -> new SteeringCommand.Note(fields.whole(TRIAL), fields.text("text"));
          case "tag" -> new SteeringCommand.Tag(fields.text("name"), fields.flag("present"));
          default ->
              throw invalid(
                  COMMAND,
                  "command (%s) must be stop-study, stop-trial, enqueue, change-budget, note or tag."
                      .formatted(kind));
        };
    fields.requireAllRead(kind);
    return command;
  }

  private static InvalidSettingException invalid(String name, String message) {
    return new InvalidSettingException(name, message);
  }

  /** Fields of a command's object, which remembers those that were read. */
  private static final class Fields {
    private final JsonNode tree;
    private final Set<String> unread = new TreeSet<>();

    Fields(JsonNode tree) {
      this.tree = tree;
      tree.fieldNames().forEachRemaining(unread::add);
    }

    private JsonNode field(String name) {
      unread.remove(name);
      return tree.path(name);
    }

    private InvalidSettingException wrong(String name, String kind) {
      return invalid(name, "%s (%s) must be %s.".formatted(name, tree.path(name), kind));
    }

    String text(String name) {
      JsonNode value = field(name);
      if (!value.isTextual()) {
        throw wrong(name, "a text");
      }
      return value.asText();
    }

    boolean flag(String name) {
      JsonNode value = field(name);
      if (!value.isBoolean()) {
        throw wrong(name, "true or false");
      }
      return value.asBoolean();
    }

    int present(String name) {
      Integer value = whole(name);
      if (value == null) {
        throw wrong(name, "a whole number");
      }
      return value;
    }

    @Nullable Integer whole(String name) {
      JsonNode value = field(name);
      if (value.isMissingNode() || value.isNull()) {
        return null;
      }
      if (!value.isIntegralNumber() || !value.canConvertToInt()) {
        throw wrong(name, "a whole number of at most " + Integer.MAX_VALUE);
      }
      return value.asInt();
    }

    @Nullable Duration duration(String name) {
      JsonNode value = field(name);
      if (value.isMissingNode() || value.isNull()) {
        return null;
      }
      try {
        return Duration.parse(value.asText());
      } catch (DateTimeParseException error) {
        throw wrong(name, "a duration in the form of ISO 8601, for example PT2H30M");
      }
    }

    List<String> texts(String name) {
      JsonNode value = field(name);
      List<String> texts = new ArrayList<>();
      value.forEach(
          element -> {
            if (!element.isTextual()) {
              throw wrong(name, "a list of texts");
            }
            texts.add(element.asText());
          });
      if (!value.isArray()) {
        throw wrong(name, "a list of texts");
      }
      return texts;
    }

    void requireAllRead(String kind) {
      if (!unread.isEmpty()) {
        throw invalid(
            unread.iterator().next(), "The command %s has no %s.".formatted(kind, unread));
      }
    }
  }
}
