package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.Scale;
import org.jspecify.annotations.Nullable;

/** A reader of parameters, their conditions and constraints from the settings. */
final class ParameterSetReader {
  private static final String PARAMETERS = "parameters";
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "in", "true", "false", "min", "max", "log");

  /** Maximum size of an integer range that is listed, so that any of its values can be masked. */
  private static final long LISTED = 256;

  private final Map<String, Parameter> parameters;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final List<Expression> conditions = new ArrayList<>();
  private final Map<Integer, @Nullable Expression> conditionOf = new LinkedHashMap<>();
  private final Set<Integer> placed = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();

  private ParameterSetReader(Map<String, Parameter> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads the parameters.
   *
   * @throws InvalidSettingException if a name, a condition or a constraint is wrong
   */
  static ParameterSet read(Map<String, Parameter> parameters, List<String> constraints) {
    return new ParameterSetReader(parameters).read(constraints);
  }

  private ParameterSet read(List<String> texts) {
    if (parameters.isEmpty()) {
      throw new InvalidSettingException(
          PARAMETERS, "parameters must hold at least one parameter; it is empty.");
    }
    parameters.forEach(this::symbol);
    parameters.forEach(this::condition);
    List<ParameterConstraint> constraints =
        IntStream.range(0, texts.size()).mapToObj(i -> constraint(i, texts.get(i))).toList();
    symbols.values().forEach(symbol -> place(symbol.index()));
    Set<Integer> constrained = new LinkedHashSet<>();
    constraints.forEach(c -> c.symbols().forEach(symbol -> constrained.add(symbol.index())));
    List<Symbol> all = List.copyOf(symbols.values());
    List<AskedParameter> asked =
        placed.stream().map(index -> asked(all.get(index), constrained.contains(index))).toList();
    return new ParameterSet(asked, constraints);
  }

  private void symbol(String name, Parameter parameter) {
    if (!Tokenizer.NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw new InvalidSettingException(
          PARAMETERS + "." + name,
          RESERVED.contains(name)
              ? "The name " + name + " is reserved in expressions; choose another one."
              : "The name \"%s\" must be made of letters, digits and _, possibly joined by dots, such as optimizer.learningRate."
                  .formatted(name));
    }
    symbols.put(name, Symbol.of(symbols.size(), name, parameter.domain()));
  }

  private void condition(String name, Parameter parameter) {
    String text = parameter.when();
    int index = conditionOf.size();
    if (text == null) {
      conditionOf.put(index, null);
      return;
    }
    String setting = PARAMETERS + "." + name + ".when";
    Expression condition =
        ExpressionParser.parse(new ExpressionSource(setting, "when of " + name, text), symbols);
    conditions.add(condition);
    conditionOf.put(index, condition);
  }

  private ParameterConstraint constraint(int number, String text) {
    ExpressionSource source =
        new ExpressionSource("constraints." + number, "constraints[" + number + "]", text);
    ParameterConstraint constraint =
        ParameterConstraint.of(source, ExpressionParser.parse(source, symbols));
    if (constraint.symbols().isEmpty()) {
      throw source.error(0, "it names no parameter.");
    }
    return constraint;
  }

  /** Places a parameter after those that its condition names (depth first). */
  private void place(int index) {
    String name = List.copyOf(symbols.keySet()).get(index);
    if (path.contains(name)) {
      List<String> cycle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
      cycle.add(name);
      throw new InvalidSettingException(
          PARAMETERS + "." + name + ".when",
          "The condition of %s depends on itself: %s."
              .formatted(name, String.join(" needs ", cycle)));
    }
    Expression condition = conditionOf.get(index);
    if (condition != null && !placed.contains(index)) {
      path.add(name);
      Expression.named(condition).stream().map(Symbol::index).sorted().forEach(this::place);
      path.remove(path.size() - 1);
    }
    placed.add(index);
  }

  private AskedParameter asked(Symbol symbol, boolean constrained) {
    Parameter parameter = parameters.get(symbol.name());
    Domain domain = parameter == null ? Categorical.of(symbol.options()) : parameter.domain();
    Domain shown = constrained ? listed(domain) : domain;
    Symbol as = shown.equals(domain) ? symbol : Symbol.of(symbol.index(), symbol.name(), shown);
    return new AskedParameter(
        as, new Decision(symbol.name(), shown), conditionOf.get(symbol.index()));
  }

  /** Lists a small integer range: its valid values may have gaps. */
  private static Domain listed(Domain domain) {
    return domain.fold(options -> options, ParameterSetReader::listed, reals -> reals);
  }

  private static Domain listed(IntegerRange range) {
    return range.scale() == Scale.LINEAR && range.size() <= LISTED
        ? Categorical.ordered(
            LongStream.range(0, range.size()).mapToObj(i -> Long.toString(range.at(i))).toList())
        : range;
  }
}
