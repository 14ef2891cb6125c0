package org.espalier.nas.searchspace.mlp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;

/**
 * The function that maps architectures that differ only in dropouts with the same effect to one
 * representative.
 *
 * <p>Consecutive dropouts act, in distribution, like one that keeps the product of their shares: a
 * value survives if it survives each, and is divided by each share. Shares are compared exactly, as
 * decimal numbers.
 *
 * <p>The search is made for networks of practical size: its cost grows with the number of
 * consecutive dropouts to the power of the number of rates.
 */
final class DropoutNormalForm {
  private final List<BigDecimal> keep;
  private final int hidden;
  private final List<List<Integer>> allowed;

  DropoutNormalForm(MlpVocabulary vocabulary, List<Decision> masked) {
    hidden = vocabulary.hiddenLayers();
    keep = vocabulary.dropoutLayers().map(DropoutNormalForm::share).toList();
    allowed = masked.stream().map(d -> ((Categorical) d.domain()).allowed()).toList();
  }

  /** Returns the options of the representative of the sequence with these options. */
  List<Integer> of(List<Integer> options) {
    if (unique()) {
      return options;
    }
    Meaning meaning = meaning(options);
    return IntStream.rangeClosed(meaning.layers().size(), options.size())
        .mapToObj(length -> new Search(meaning, length).first())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(options);
  }

  /**
   * Returns true if there is one positive rate: a different number of dropouts keeps a different
   * share.
   */
  private boolean unique() {
    return keep.isEmpty() || (keep.size() == 1 && keep.get(0).compareTo(BigDecimal.ONE) < 0);
  }

  private boolean isDropout(int option) {
    return option >= hidden && option < hidden + keep.size();
  }

  private BigDecimal share(int option) {
    return keep.get(option - hidden);
  }

  private static BigDecimal share(Dropout dropout) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(dropout.rate()));
  }

  private Meaning meaning(List<Integer> options) {
    List<Integer> layers = new ArrayList<>();
    List<BigDecimal> kept = new ArrayList<>();
    BigDecimal share = BigDecimal.ONE;
    for (int option : options) {
      if (isDropout(option)) {
        share = share.multiply(share(option));
      } else {
        layers.add(option);
        kept.add(share.stripTrailingZeros());
        share = BigDecimal.ONE;
      }
    }
    return new Meaning(layers, kept);
  }

  /**
   * The meaning of a sequence.
   *
   * @param layers the options that are not dropouts, in order
   * @param kept the share of values kept before each of them
   */
  private record Meaning(List<Integer> layers, List<BigDecimal> kept) {}

  /**
   * A state of the search, which determines the rest of it.
   *
   * @param position number of options chosen so far
   * @param layer number of layers among them
   * @param share the share of values kept by the dropouts since the last layer
   * @param last the last option if it was a dropout, else 0
   */
  private record State(int position, int layer, BigDecimal share, int last) {}

  /** A depth-first search, in the order of the options, for a sequence of one length. */
  private final class Search {
    private final Meaning meaning;
    private final int length;
    private final Set<State> failed = new HashSet<>();
    private final List<Integer> made = new ArrayList<>();

    Search(Meaning meaning, int length) {
      this.meaning = meaning;
      this.length = length;
    }

    /** Returns the first sequence, or nothing if there is none of this length. */
    List<Integer> first() {
      return extend(new State(0, 0, BigDecimal.ONE, 0)) ? made : List.of();
    }

    private boolean extend(State state) {
      int layersLeft = meaning.layers().size() - state.layer();
      if (layersLeft == 0) {
        return state.position() == length;
      }
      if (length - state.position() < layersLeft || failed.contains(state)) {
        return false;
      }
      // Options ascend: hidden layers, dropouts, the output layer.
      boolean found =
          layersLeft > 1
              ? tryLayer(state) || tryDropouts(state)
              : tryDropouts(state) || tryLayer(state);
      if (!found) {
        failed.add(state);
      }
      return found;
    }

    private boolean tryLayer(State state) {
      return state.share().compareTo(meaning.kept().get(state.layer())) == 0
          && tryOption(
              state,
              meaning.layers().get(state.layer()),
              new State(state.position() + 1, state.layer() + 1, BigDecimal.ONE, 0));
    }

    private boolean tryDropouts(State state) {
      // Any order in a row means the same: only ascending ones can come first.
      for (int option = Math.max(hidden, state.last()); isDropout(option); option++) {
        if (tryDropout(state, option)) {
          return true;
        }
      }
      return false;
    }

    private boolean tryDropout(State state, int option) {
      BigDecimal share = state.share().multiply(share(option)).stripTrailingZeros();
      return share.compareTo(meaning.kept().get(state.layer())) >= 0
          && tryOption(
              state, option, new State(state.position() + 1, state.layer(), share, option));
    }

    private boolean tryOption(State state, int option, State next) {
      if (!allowed.get(state.position()).contains(option)) {
        return false;
      }
      made.add(option);
      if (extend(next)) {
        return true;
      }
      made.remove(made.size() - 1);
      return false;
    }
  }
}
