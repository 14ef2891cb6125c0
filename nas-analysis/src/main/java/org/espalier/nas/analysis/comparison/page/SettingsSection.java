package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.markup.Markup;

/** What the arms are: the settings in which they differ, then those that they share. */
final class SettingsSection implements Section {

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "What differs between the arms";
  }

  @Override
  public void write(View view, Markup markup) {
    List<ArmRecord> arms = view.results().comparison().arms();
    SettingsView settings = new SettingsView(arms);
    if (settings.notCommon().isEmpty()) {
      markup.leaf("p", "The arms have the same settings.", "class", "nothing");
    }
    writeDiffering(arms, settings, markup);
    writeOwn(arms, settings, markup);
    writeFolded(settings.ofMost(), "that most arms share and the others do not have", markup);
    writeFolded(settings.common(), "that all arms share", markup);
  }

  private static void writeFolded(Map<String, String> settings, String which, Markup markup) {
    if (!settings.isEmpty()) {
      String count =
          settings.size() == 1 ? "The setting " : "The " + settings.size() + " settings ";
      markup.open("details").leaf("summary", count + which);
      markup.open("dl", "class", "provenance");
      settings.forEach((key, value) -> markup.leaf("dt", key).leaf("dd", value));
      markup.close().close();
    }
  }

  private static void writeDiffering(List<ArmRecord> arms, SettingsView settings, Markup markup) {
    if (settings.differing().isEmpty()) {
      return;
    }
    markup.leaf(
        "p",
        "Highlighted are values other than that of most arms, or all where no value is that of"
            + " most.",
        "class",
        "note above");
    markup.open("div", "class", "scroll").open("table", "class", "differing");
    markup.open("thead").open("tr").leaf("th", "arm", "scope", "col");
    for (String key : settings.differing()) {
      markup.leaf("th", key, "scope", "col");
    }
    markup.close().close().open("tbody");
    for (ArmRecord arm : arms) {
      markup.open("tr").leaf("th", arm.name(), "scope", "row");
      for (String key : settings.differing()) {
        String value = arm.settings().get(key);
        boolean usual = settings.usual(key).map(most -> most.equals(value)).orElse(value == null);
        markup.open("td", "class", usual ? "usual" : "other");
        markup.text(value == null ? DataTable.ABSENT : value).close();
      }
      markup.close();
    }
    markup.close().close().close();
  }

  private static void writeOwn(List<ArmRecord> arms, SettingsView settings, Markup markup) {
    boolean any =
        arms.stream().anyMatch(arm -> arm.description() != null || !settings.own(arm).isEmpty());
    if (!any) {
      return;
    }
    markup.leaf("h4", "Settings that only some arms have");
    markup.open("dl", "class", "own");
    for (ArmRecord arm : arms) {
      Map<String, String> own = settings.own(arm);
      String description = arm.description();
      markup.leaf("dt", arm.name()).open("dd");
      if (description != null) {
        markup.leaf("span", description, "class", "description");
      }
      if (own.isEmpty() && description == null) {
        markup.text("none");
      }
      own.forEach(
          (key, value) ->
              markup
                  .open("span", "class", "setting")
                  .leaf("span", key, "class", "key")
                  .text(" ")
                  .leaf("b", value)
                  .close()
                  .text(" "));
      markup.close();
    }
    markup.close();
  }
}
