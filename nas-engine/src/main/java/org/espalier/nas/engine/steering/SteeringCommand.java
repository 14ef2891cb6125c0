package org.espalier.nas.engine.steering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/** Wish of a person about a study. */
public sealed interface SteeringCommand {

  /** Returns true if the search depends on it. */
  default boolean changesSearch() {
    return true;
  }

  /** Wish that no more trials begin; those that are outstanding are finished. */
  record StopStudy() implements SteeringCommand {}

  /**
   * Wish that a trial stops after its next measurement.
   *
   * @param trial number of the trial
   */
  record StopTrial(int trial) implements SteeringCommand {
    /** Checks the number. */
    public StopTrial {
      if (trial < 1) {
        throw new InvalidSettingException("trial", "trial (" + trial + ") must be at least 1.");
      }
    }
  }

  /**
   * Wish that an architecture is evaluated before the controller's next proposal.
   *
   * @param architecture the texts of its choices in order, or one name that the search space knows
   */
  record EnqueueArchitecture(List<String> architecture) implements SteeringCommand {
    private static final int MOST_CHOICES = 10_000;

    /** Checks that there is a choice, and copies. */
    public EnqueueArchitecture {
      architecture = List.copyOf(architecture);
      if (architecture.isEmpty() || architecture.size() > MOST_CHOICES) {
        throw new InvalidSettingException(
            "architecture",
            "architecture must have between 1 and %d choices, not %d."
                .formatted(MOST_CHOICES, architecture.size()));
      }
    }

    /**
     * Returns the wish for an architecture that a person typed.
     *
     * @param typed the texts of its choices, separated by commas or semicolons, as architectures
     *     are shown: {@code [(64, relu), (1, sigmoid); batch=32]}; commas within parentheses
     *     separate nothing
     */
    public static EnqueueArchitecture parse(String typed) {
      String text = typed.strip();
      boolean bracketed = text.startsWith("[") && text.endsWith("]");
      String inner = bracketed ? text.substring(1, text.length() - 1) : text;
      List<String> texts = new ArrayList<>();
      int depth = 0;
      int begin = 0;
      for (int i = 0; i < inner.length(); i++) {
        char c = inner.charAt(i);
        depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        if ((c == ',' || c == ';') && depth == 0) {
          texts.add(inner.substring(begin, i).strip());
          begin = i + 1;
        }
      }
      texts.add(inner.substring(begin).strip());
      return new EnqueueArchitecture(texts);
    }
  }

  /**
   * Wish for other limits; those that are null stay as they are. A study that was stopped goes on.
   *
   * @param trials number of trials, or null
   * @param epochs epochs trained in all trials together, or null
   * @param seconds charged training time of all trials together, or null
   * @param wallClock time that the study may take, earlier sessions included, or null
   */
  record ChangeBudget(
      @Nullable Integer trials,
      @Nullable Integer epochs,
      @Nullable Integer seconds,
      @Nullable Duration wallClock)
      implements SteeringCommand {
    /** Checks the limits. */
    public ChangeBudget {
      if (trials == null && epochs == null && seconds == null && wallClock == null) {
        throw new InvalidSettingException(
            "budget", "budget needs at least one of trials, epochs, seconds and wallClock.");
      }
      requirePositive("trials", trials);
      requirePositive("epochs", epochs);
      requirePositive("seconds", seconds);
      TimeLimit.check("wallClock", wallClock);
    }

    private static void requirePositive(String name, @Nullable Integer limit) {
      if (limit != null && limit < 1) {
        throw new InvalidSettingException(name, name + " (" + limit + ") must be at least 1.");
      }
    }
  }

  /**
   * Note about a study or a trial, which replaces the one before.
   *
   * @param trial number of the trial, or null for the study
   * @param text the note; empty to remove it
   */
  record Note(@Nullable Integer trial, String text) implements SteeringCommand {
    private static final int MOST_CHARACTERS = 10_000;

    /** Checks the length. */
    public Note {
      if (text.length() > MOST_CHARACTERS) {
        throw new InvalidSettingException(
            "note",
            "note (%d characters) may have at most %d.".formatted(text.length(), MOST_CHARACTERS));
      }
    }

    @Override
    public boolean changesSearch() {
      return false;
    }
  }

  /**
   * Tag of a study.
   *
   * @param name the tag
   * @param present true to add it, false to remove it
   */
  record Tag(String name, boolean present) implements SteeringCommand {
    private static final int MOST_CHARACTERS = 60;

    /** Checks the name. */
    public Tag {
      Objects.requireNonNull(name);
      if (name.isBlank()
          || name.length() > MOST_CHARACTERS
          || !name.strip().equals(name)
          || name.chars().anyMatch(Character::isISOControl)) {
        throw new InvalidSettingException(
            "tag",
            "tag (%s) must have between 1 and %d characters, without spaces at its ends."
                .formatted(name, MOST_CHARACTERS));
      }
    }

    @Override
    public boolean changesSearch() {
      return false;
    }
  }
}
