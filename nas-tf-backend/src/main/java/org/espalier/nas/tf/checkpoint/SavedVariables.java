package org.espalier.nas.tf.checkpoint;

import java.util.Arrays;
import java.util.Objects;

/**
 * The exact values of some variables, with a description of these. The bytes are neither copied in
 * nor out and must not be changed: weights are large.
 */
public final class SavedVariables {
  private final String description;
  private final byte[] bytes;

  /**
   * Creates saved variables.
   *
   * @param description equal for variables that can take over each other's values
   * @param bytes the result of {@link org.espalier.nas.tf.graph.Checkpoint#save}
   */
  public SavedVariables(String description, byte[] bytes) {
    this.description = Objects.requireNonNull(description);
    this.bytes = Objects.requireNonNull(bytes);
  }

  /** Returns the description of the variables. */
  public String description() {
    return description;
  }

  /** Returns the values, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns true if description and bytes are equal. */
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
