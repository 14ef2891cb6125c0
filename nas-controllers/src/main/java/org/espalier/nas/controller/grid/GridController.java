package org.espalier.nas.controller.grid;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Grid search: every architecture once, with a limited number of values of each range.
 *
 * <p>Conditional spaces and those of variable length are walked decision by decision, so that a
 * space may be far larger than the memory; only a shuffled grid is listed. Architectures that mean
 * the same network are tried once.
 */
@SeveralObjectives
@BehaviourVersion({"4e9138097e55d7ef", "e60eb485334a7f59"})
@Description("Grid search: every architecture once, numbers in steps; ends with the space.")
public final class GridController implements Controller {
  private static final String KIND = "grid/1";

  /** The size above which a grid is neither listed nor counted in advance. */
  private static final int LISTED = 100_000;

  private final GridSettings settings;
  private final SearchSpace space;
  private final Fidelity fidelity;
  private final Grid grid;
  private final DistinctPoints points;
  private final List<Architecture> shuffled;
  private int position;

  /** Creates the controller of a study. */
  @Inject
  public GridController(
      GridSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.fidelity = fidelity;
    checkNames();
    this.grid = new Grid(space, settings);
    this.points = new DistinctPoints(space, grid);
    this.shuffled = settings.order() == GridSettings.Order.SHUFFLED ? shuffled(streams) : List.of();
  }

  private void checkNames() {
    List<String> ranges =
        space.decisions().stream()
            .filter(decision -> decision.domain().isNumeric())
            .map(Decision::name)
            .toList();
    settings.stepsOf().keySet().stream()
        .filter(name -> !ranges.contains(name))
        .min(String::compareTo)
        .ifPresent(
            name -> {
              throw new InvalidSettingException(
                  "stepsOf",
                  "stepsOf of \"%s\": the search space has no range of that name; it has %s."
                      .formatted(name, ranges));
            });
  }

  private List<Architecture> shuffled(RandomStreams streams) {
    List<Architecture> all =
        listed()
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "order",
                        "order (shuffled) needs a grid of at most %,d points, but this one has more; "
                                .formatted(LISTED)
                            + "use lexicographic, fewer steps, or the controller random."));
    Collections.shuffle(all, new Random(streams.stream("grid.shuffle", 0).nextLong()));
    return all;
  }

  /** Returns all points; empty if there are too many. */
  private Optional<List<Architecture>> listed() {
    DistinctPoints all = new DistinctPoints(space, grid);
    List<Architecture> list = new ArrayList<>();
    for (Optional<Architecture> point = all.next(); point.isPresent(); point = all.next()) {
      if (list.size() == LISTED) {
        return Optional.empty();
      }
      list.add(point.get());
    }
    return Optional.of(list);
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      Optional<Architecture> point = next();
      if (point.isEmpty()) {
        break;
      }
      proposals.add(Proposal.of(point.get(), fidelity));
    }
    return proposals;
  }

  private Optional<Architecture> next() {
    return switch (settings.order()) {
      case LEXICOGRAPHIC -> points.next();
      case SHUFFLED ->
          position < shuffled.size() ? Optional.of(shuffled.get(position++)) : Optional.empty();
    };
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public int batch() {
    return settings.batch();
  }

  /** Returns one rung of all points; empty if there are too many to count. */
  @Override
  public Optional<Plan> plan() {
    return listed().map(all -> new Plan(List.of(new Plan.Rung(0, 0, all.size(), fidelity, 0)), 1));
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(position);
    points.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    position = in.readInt();
    points.read(in);
  }
}
