package org.espalier.nas.engine.steering;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Notes and tags of a study, as the last commands of people left them.
 *
 * @param tags the tags, in the order in which they were added
 * @param note the note about the study, or an empty text
 * @param trials the notes about trials, by number
 */
public record Annotations(Set<String> tags, String note, SortedMap<Integer, String> trials) {

  /** Copies. */
  public Annotations {
    tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    trials = Collections.unmodifiableSortedMap(new TreeMap<>(trials));
  }

  /** Returns the notes and tags after the commands that a study has taken. */
  public static Annotations of(List<SteeringEvent> events) {
    Set<String> tags = new LinkedHashSet<>();
    Map<Integer, String> notes = new TreeMap<>();
    String note = "";
    for (SteeringEvent event : events) {
      if (event.command() instanceof SteeringCommand.Tag tag) {
        boolean unused = tag.present() ? tags.add(tag.name()) : tags.remove(tag.name());
      } else if (event.command() instanceof SteeringCommand.Note said) {
        if (said.trial() == null) {
          note = said.text();
        } else if (said.text().isEmpty()) {
          notes.remove(said.trial());
        } else {
          notes.put(said.trial(), said.text());
        }
      }
    }
    return new Annotations(tags, note, new TreeMap<>(notes));
  }
}
