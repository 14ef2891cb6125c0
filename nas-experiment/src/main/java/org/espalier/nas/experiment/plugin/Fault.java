package org.espalier.nas.experiment.plugin;

/**
 * Whose fault something is that was thrown.
 *
 * @param plugin the file name of the plugin's jar or folder
 * @param where the class, with the method if that is known
 */
public record Fault(String plugin, String where) {}
