package org.espalier.nas.experiment.plugin;

/**
 * A plugin that is not used because it is invalid.
 *
 * @param name file name of its jar or folder
 * @param reason description of the error and of its fix
 */
public record RefusedPlugin(String name, String reason) {

  @Override
  public String toString() {
    return "The plugin %s was refused: %s".formatted(name, reason);
  }
}
