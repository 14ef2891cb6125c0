package org.espalier.nas.engine.objective;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.engine.space.ConstrainedSpace;
import org.espalier.nas.engine.table.TableFacts;
import org.espalier.nas.searchspace.cnn.ChainCnnSearchSpace;
import org.espalier.nas.searchspace.cnn.ChainCnnSettings;
import org.espalier.nas.searchspace.cnn.ChainHead;
import org.espalier.nas.searchspace.cnn.Preset;
import org.espalier.nas.searchspace.hyperparameters.CategoricalParameter;
import org.espalier.nas.searchspace.hyperparameters.Parameter;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.searchspace.nasbench201.CellEquivalence;
import org.espalier.nas.searchspace.nasbench201.NasBench201SearchSpace;
import org.espalier.nas.searchspace.nasbench201.NasBench201Settings;

/** Search spaces and their masked forms for tests. */
final class ConstrainedSpaces {
  private ConstrainedSpaces() {}

  static ConstrainedSpace masked(NetworkSearchSpace space, String... constraints) {
    return (ConstrainedSpace)
        ConstraintMasks.masked(space, constraints(constraints), TableFacts.none());
  }

  static List<Constraint> constraints(String... texts) {
    return Stream.of(texts).map(Constraint::parse).toList();
  }

  /** Returns perceptrons of eleven inputs and three outputs, with equivalent dropouts. */
  static NetworkSearchSpace perceptrons(int maxLength, Integer... nodes) {
    List<Feature> features = IntStream.range(0, 11).mapToObj(i -> Feature.raw("x" + i)).toList();
    DatasetInfo data =
        new DatasetInfo.Tabular(
            "test",
            new Task.Classification("class", List.of("low", "medium", "high")),
            TensorShape.of(11),
            features,
            Map.of(),
            "hash");
    return new MlpSearchSpace(
        new MlpSettings(
            List.of(nodes),
            List.of(Activation.RELU, Activation.TANH),
            List.of(0.5, 0.75),
            2,
            maxLength,
            null),
        data);
  }

  /** Returns chains of one or two convolutions, for which the bounds are not exact. */
  static NetworkSearchSpace chains() {
    DatasetInfo data =
        new DatasetInfo.Image(
            "test",
            new Task.Classification("class", List.of("low", "medium", "high")),
            TensorShape.of(9, 7, 1),
            List.of(DatasetInfo.Channel.standardized(128, 64)),
            Map.of(),
            "hash");
    ChainHead head =
        new ChainHead(
            options("flatten"), 0, 1, options("8", "32"), options("0.0"), Activation.RELU);
    return new ChainCnnSearchSpace(
        new ChainCnnSettings(
            Preset.STANDARD,
            1,
            2,
            options("1", "3"),
            options("2", "8"),
            options("1", "2"),
            options("1", "4", "8"),
            options("0.0"),
            options("relu"),
            options("true"),
            false,
            head),
        data);
  }

  private static Parameter options(String... options) {
    return new CategoricalParameter(List.of(options), true, null);
  }

  static NetworkSearchSpace cells() {
    return new NasBench201SearchSpace(
        new NasBench201Settings(4, 1, CellEquivalence.PUBLISHED), Optional.empty());
  }
}
