package org.espalier.nas.experiment.plugin;

/**
 * The cause of a throwable.
 *
 * @param plugin file name of the plugin's jar or folder
 * @param where class, with the method if known
 */
public record Fault(String plugin, String where) {}
