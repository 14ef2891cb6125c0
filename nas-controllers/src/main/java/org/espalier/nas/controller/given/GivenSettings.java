package org.espalier.nas.controller.given;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.SingleAllowed;

/**
 * The architectures to evaluate.
 *
 * @param architectures each architecture as the values of its decisions, in the order in which they
 *     are asked, or as the name by which the search space knows it
 */
public record GivenSettings(
    @SingleAllowed
        @Example("[[\"(8, relu)\", \"(3, softmax)\"]]")
        @Description("Each architecture as the values of its decisions, in order, or as its name.")
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
