package org.espalier.nas.tf.checkpoint;

import java.util.Arrays;
import java.util.Objects;

/**
 * The exact values of some variables, with what they are. The bytes are taken over and handed out
 * without copying and must not be changed: weights are large.
 */
public final class SavedVariables {
  private final String description;
  private final byte[] bytes;

  /**
   * Creates saved variables.
   *
   * @param description equal for variables that can take over each other's values
   * @param bytes what {@link org.espalier.nas.tf.graph.Checkpoint#save} gave
   */
  public SavedVariables(String description, byte[] bytes) {
    this.description = Objects.requireNonNull(description);
    this.bytes = Objects.requireNonNull(bytes);
  }

  /** What the variables are. */
  public String description() {
    return description;
  }

  /** Their values; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether description and bytes are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SavedVariables that
        && description.equals(that.description)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * description.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return description + " in " + bytes.length + " bytes";
  }
}
