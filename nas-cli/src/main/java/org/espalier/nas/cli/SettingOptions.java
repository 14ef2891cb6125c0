package org.espalier.nas.cli;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.file.SettingFlag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that override the settings of a file. */
final class SettingOptions {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting: --set budget.trials=20. May be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--workers", paramLabel = "N", description = "Short for --set workers=N.")
  private @Nullable String workers;

  @Option(names = "--out", paramLabel = "DIR", description = "Short for --set output.folder=DIR.")
  private @Nullable String out;

  /**
   * Returns the flags; later flags override earlier ones.
   *
   * @param option another flag of the command, which sets a key
   * @param value its value, or null if it was not given
   */
  List<SettingFlag> flags(String option, String key, @Nullable String value) {
    List<SettingFlag> flags = new ArrayList<>(set.stream().map(SettingFlag::parse).toList());
    add(flags, option, key, value);
    add(flags, "--workers", "workers", workers);
    add(flags, "--out", "output.folder", out);
    return flags;
  }

  private static void add(
      List<SettingFlag> flags, String option, String key, @Nullable String value) {
    if (value != null) {
      flags.add(new SettingFlag(option + " " + value, key, value));
    }
  }
}
