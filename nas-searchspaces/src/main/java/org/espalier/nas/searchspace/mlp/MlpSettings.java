package org.espalier.nas.searchspace.mlp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The layers and lengths of multilayer perceptrons.
 *
 * <p>Lengths and positions count the chosen layers: hidden layers, dropouts and the output layer.
 * The first layer is always a hidden one and the last always the output layer, so that the shortest
 * network has length 2.
 *
 * @param nodes the widths of hidden layers, distinct, positive
 * @param activations the activations of hidden layers, distinct; all but {@code softmax}
 * @param dropout the rates of dropout, distinct, each in [0, 1); empty for no dropout
 * @param minLength the length of the shortest network, at least 2
 * @param maxLength the length of the longest network, at most {@value #LONGEST}
 * @param dropoutPositions the positions that allow dropout, each from 2 to {@code maxLength − 1};
 *     null for all but first and last
 */
public record MlpSettings(
    @Default("[8, 16, 32, 64, 128, 256, 512]")
        @Description("Widths of hidden layers.")
        @Range("[1, inf)")
        List<Integer> nodes,
    @Default("[sigmoid, tanh, relu, elu]")
        @Description("Activations of hidden layers: any but softmax.")
        List<Activation> activations,
    @Default("[0.2]") @Description("Rates of dropout layers; empty for none.") @Range("[0, 1)")
        List<Double> dropout,
    @Default("2")
        @Description("Layers of the shortest network, including the output layer.")
        @Range("[2, 1000]")
        int minLength,
    @Default("3")
        @Description("Layers of the longest network, including the output layer.")
        @Range("[2, 1000]")
        int maxLength,
    @Nullable
        @Description("Positions that allow dropout, counted from 1; all but the first if absent.")
        @Range("[2, 999]")
        List<Integer> dropoutPositions) {

  /** Maximum length of a network. */
  static final int LONGEST = 1000;

  /** Checks and copies the lists. */
  public MlpSettings {
    nodes = List.copyOf(nodes);
    activations = List.copyOf(activations);
    dropout = List.copyOf(dropout);
    dropoutPositions = dropoutPositions == null ? null : List.copyOf(dropoutPositions);
    SettingRanges.check(
        MlpSettings.class, nodes, activations, dropout, minLength, maxLength, dropoutPositions);
    checkList("nodes", nodes, "one width of hidden layers, for example 16");
    checkActivations(activations);
    checkDistinct("dropout", dropout);
    checkLengths(minLength, maxLength);
    checkPositions(dropoutPositions, maxLength);
  }

  /** Returns the published search space: 28 hidden layers, dropout of 0.2, at most three layers. */
  public static MlpSettings published() {
    return new MlpSettings(
        List.of(8, 16, 32, 64, 128, 256, 512),
        List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.ELU),
        List.of(0.2),
        2,
        3,
        null);
  }

  /** Returns true if dropout is allowed at {@code position}, counted from 1. */
  boolean allowsDropoutAt(int position) {
    return position > 1
        && position < maxLength
        && (dropoutPositions == null || dropoutPositions.contains(position));
  }

  private static void checkActivations(List<Activation> activations) {
    checkList("activations", activations, "one activation of hidden layers, for example relu");
    if (activations.contains(Activation.SOFTMAX)) {
      throw new InvalidSettingException(
          "activations",
          "activations "
              + activations
              + " holds softmax, which is for the output layer only; leave it out.");
    }
  }

  private static void checkLengths(int minLength, int maxLength) {
    if (maxLength < minLength) {
      throw new InvalidSettingException(
          "maxLength",
          "maxLength (" + maxLength + ") must not be below minLength (" + minLength + ").");
    }
  }

  private static void checkPositions(@Nullable List<Integer> positions, int maxLength) {
    if (positions == null) {
      return;
    }
    checkDistinct("dropoutPositions", positions);
    for (int position : positions) {
      if (position >= maxLength) {
        throw new InvalidSettingException(
            "dropoutPositions",
            "dropoutPositions (%d) must be below that of the output layer, maxLength (%d)."
                .formatted(position, maxLength));
      }
    }
  }

  private static void checkList(String setting, List<?> values, String need) {
    if (values.isEmpty()) {
      throw new InvalidSettingException(
          setting, setting + " must hold at least " + need + "; it is empty.");
    }
    checkDistinct(setting, values);
  }

  private static void checkDistinct(String setting, List<?> values) {
    Set<Object> seen = new HashSet<>();
    for (Object value : values) {
      if (!seen.add(value)) {
        throw new InvalidSettingException(
            setting, setting + " " + values + " holds " + value + " twice; leave one out.");
      }
    }
  }
}
