package org.espalier.nas.testkit.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Sequences of one to {@code longest} tokens followed by {@code end}, all steps with the same
 * options: the kind of space that every controller can search.
 */
public final class TokenSpace implements SearchSpace {
  private final List<String> options;
  private final int longest;

  /**
   * Creates the space.
   *
   * @param tokens the number of different tokens
   * @param longest the largest number of tokens before the end
   */
  public TokenSpace(int tokens, int longest) {
    List<String> labels =
        new ArrayList<>(IntStream.range(0, tokens).mapToObj(i -> "token" + i).toList());
    labels.add("end");
    options = List.copyOf(labels);
    this.longest = longest;
  }

  @Override
  public List<Decision> decisions() {
    return IntStream.rangeClosed(0, longest)
        .mapToObj(step -> new Decision("step " + step, Categorical.of(options)))
        .toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    int step = made.size();
    int end = options.size() - 1;
    if (step > 0
        && made.choices().get(step - 1) instanceof Choice.Option option
        && option.index() == end) {
      return Optional.empty();
    }
    int from = step == longest ? end : 0;
    int to = step == 0 ? end - 1 : end;
    List<Integer> allowed = IntStream.rangeClosed(from, to).boxed().toList();
    return Optional.of(new Decision("step " + step, new Categorical(options, allowed)));
  }
}
