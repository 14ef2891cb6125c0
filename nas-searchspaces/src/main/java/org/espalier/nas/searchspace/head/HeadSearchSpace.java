package org.espalier.nas.searchspace.head;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * A search space of heads on the features of a trained network: a row of the features, at most one
 * hidden dense layer, and the output layer, with dropout before each dense layer.
 */
@Description("Heads on the features of a trained network: pooling, dropout, a dense layer.")
public final class HeadSearchSpace implements NetworkSearchSpace {
  private static final int IMAGE_RANK = 3;
  private static final String POOLING = "pooling";
  private static final String UNITS = "units";
  private static final String DROPOUT = "dropout";

  private final HeadSettings settings;
  private final DatasetInfo data;
  private final List<Decision> decisions;

  /**
   * Creates the space.
   *
   * @param settings the layers
   * @param data the data set, whose examples are the features
   */
  @Inject
  public HeadSearchSpace(HeadSettings settings, DatasetInfo data) {
    this.settings = settings;
    this.data = data;
    this.decisions = List.copyOf(decisions(settings, data.input().rank()));
  }

  private static List<Decision> decisions(HeadSettings settings, int rank) {
    List<Decision> decisions = new ArrayList<>();
    if (rank == IMAGE_RANK) {
      addUnlessFixed(decisions, POOLING, settings.pooling().domain());
    }
    addUnlessFixed(decisions, UNITS, settings.units().domain());
    decisions.add(new Decision(DROPOUT, settings.dropout().domain()));
    return decisions;
  }

  private static void addUnlessFixed(List<Decision> decisions, String name, Domain domain) {
    if (domain.count().orElse(0) != 1) {
      decisions.add(new Decision(name, domain));
    }
  }

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() < decisions.size()
        ? Optional.of(decisions.get(made.size()))
        : Optional.empty();
  }

  @Override
  public Optional<BigInteger> count() {
    BigInteger count = BigInteger.ONE;
    for (Decision decision : decisions) {
      OptionalLong options = decision.domain().count();
      if (options.isEmpty()) {
        return Optional.empty();
      }
      count = count.multiply(BigInteger.valueOf(options.getAsLong()));
    }
    return Optional.of(count);
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    return new Head(
            value(architecture, POOLING, settings.pooling().domain()),
            Integer.parseInt(value(architecture, UNITS, settings.units().domain())),
            Double.parseDouble(value(architecture, DROPOUT, settings.dropout().domain())))
        .network(settings, data);
  }

  /** Returns the value of a property that is decided, or has a single value. */
  private static String value(Architecture made, String decision, Domain domain) {
    return made.choice(decision).orElseGet(() -> new Decision(decision, domain).choiceAt(0)).text();
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return data.input().rank() == 1
        ? Set.of(Dense.class, Dropout.class)
        : Set.of(Dense.class, Dropout.class, Flatten.class, GlobalAveragePool.class);
  }
}
