package org.espalier.nas.searchspace.hyperparameters;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;

/**
 * A search space of hyper-parameters by name: booleans, integers, real numbers and options, asked
 * under conditions and restricted by constraints.
 *
 * <p>Parameters are asked in the order of the file, but after those that their conditions name. If
 * constraints link parameters, values that can no longer be completed are masked.
 */
@BehaviourVersion("f039e323622e6a14")
@Description("Hyper-parameters with conditions and constraints.")
public final class HyperparametersSearchSpace implements HyperparameterSpace {
  private final MaskedDecisions questions;
  private final List<Decision> decisions;
  private final Set<String> names;
  private final ArchitectureCounter members;

  /** Creates the space. */
  @Inject
  public HyperparametersSearchSpace(HyperparametersSettings settings) {
    this(ParameterSetReader.read(settings.parameters(), settings.constraints()));
  }

  HyperparametersSearchSpace(ParameterSet set) {
    questions = new MaskedDecisions(set);
    decisions = set.parameters().stream().map(AskedParameter::decision).toList();
    names = Set.copyOf(decisions.stream().map(Decision::name).toList());
    members = new ArchitectureCounter(questions);
  }

  MaskedDecisions questions() {
    return questions;
  }

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return questions.next(made);
  }

  @Override
  public Set<String> hyperparameters() {
    return names;
  }

  @Override
  public Map<String, String> settings(Architecture architecture) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Choice choice : architecture.choices()) {
      if (names.contains(choice.decision())) {
        settings.put(choice.decision(), choice.text());
      }
    }
    return settings;
  }

  @Override
  public Optional<BigInteger> count() {
    return members.count();
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return members.draw(random);
  }
}
