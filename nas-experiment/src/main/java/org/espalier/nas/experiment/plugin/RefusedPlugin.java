package org.espalier.nas.experiment.plugin;

/**
 * A plugin that is not used because something is wrong with it.
 *
 * @param name the file name of its jar or folder
 * @param reason what is wrong, and what would mend it
 */
public record RefusedPlugin(String name, String reason) {

  @Override
  public String toString() {
    return "The plugin %s was refused: %s".formatted(name, reason);
  }
}
