package org.espalier.nas.experiment;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.file.SettingFlag;

/** Settings in the order in which a program made them. Immutable. */
record Settings(List<SettingFlag> flags) {

  Settings {
    flags = List.copyOf(flags);
  }

  static Settings none() {
    return new Settings(List.of());
  }

  Settings with(String key, Object value) {
    List<SettingFlag> more = new ArrayList<>(flags);
    more.add(SettingFlag.of(key, value));
    return new Settings(more);
  }
}
