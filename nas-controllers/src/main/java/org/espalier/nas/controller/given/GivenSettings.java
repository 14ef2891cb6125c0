package org.espalier.nas.controller.given;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;

/**
 * The architectures to evaluate.
 *
 * @param architectures each architecture as the values of its decisions, in the order in which they
 *     are asked
 */
public record GivenSettings(
    @Example("[[\"(8, relu)\", \"(3, softmax)\"]]")
        @Description("Each architecture as the values of its decisions, in order.")
        List<List<String>> architectures) {

  /** Checks that there is an architecture, and copies the list. */
  public GivenSettings {
    architectures = architectures.stream().map(List::copyOf).toList();
    if (architectures.isEmpty()) {
      throw new InvalidSettingException(
          "architectures", "architectures must hold at least one; it is empty.");
    }
  }
}
