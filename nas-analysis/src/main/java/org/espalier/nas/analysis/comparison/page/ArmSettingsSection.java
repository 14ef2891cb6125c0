package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.markup.Markup;

/** The settings of the arms: differing ones first, then common ones. */
final class ArmSettingsSection implements ComparisonSection {

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "Differences between the arms";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    List<ArmRecord> arms = view.results().comparison().arms();
    SettingGroups settings = new SettingGroups(arms);
    if (settings.notCommon().isEmpty()) {
      markup.leaf("p", "The arms have the same settings.", "class", "nothing");
    }
    writeDiffering(arms, settings, markup);
    writeOwn(arms, settings, markup);
    writeFolded(settings.ofMost(), "that most arms share and the others lack", markup);
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

  private static void writeDiffering(List<ArmRecord> arms, SettingGroups settings, Markup markup) {
    if (settings.differing().isEmpty()) {
      return;
    }
    markup.leaf(
        "p",
        "Values that differ from the majority are highlighted, or all values if there is no"
            + " majority.",
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

  private static void writeOwn(List<ArmRecord> arms, SettingGroups settings, Markup markup) {
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
