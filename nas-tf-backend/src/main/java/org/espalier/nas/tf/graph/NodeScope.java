package org.espalier.nas.tf.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tensorflow.DeviceSpec;
import org.tensorflow.ExecutionEnvironment;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.op.Scope;

/**
 * A scope of a graph that numbers nodes of the same name in ASCII digits.
 *
 * <p>The scopes of TensorFlow-Java format these numbers in the default locale of the process. If
 * that locale has digits of its own, TensorFlow refuses the second node of any name. The names
 * given here are those that TensorFlow-Java gives in an English locale.
 */
final class NodeScope implements Scope {
  private final Scope properties;
  private final String prefix;
  private final @Nullable String opName;
  private final Map<String, Integer> uses;

  /**
   * Creates the outermost scope.
   *
   * @param properties scope that holds devices and control dependencies; it names nothing
   */
  NodeScope(Scope properties) {
    this(properties, "", null, new ConcurrentHashMap<>());
  }

  private NodeScope(
      Scope properties, String prefix, @Nullable String opName, Map<String, Integer> uses) {
    this.properties = properties;
    this.prefix = prefix;
    this.opName = opName;
    this.uses = uses;
  }

  @Override
  public ExecutionEnvironment env() {
    return properties.env();
  }

  @Override
  public Scope withSubScope(String childScopeName) {
    return inside(makeOpName(childScopeName));
  }

  @Override
  public Scope withName(String name) {
    requireValid(name);
    return new NodeScope(properties, prefix, name, uses);
  }

  @Override
  public Scope withNameAsSubScope(String defaultName) {
    return inside(makeOpName(defaultName));
  }

  private Scope inside(String name) {
    return new NodeScope(properties, name + "/", null, new ConcurrentHashMap<>());
  }

  @Override
  public Scope withDevice(DeviceSpec device) {
    return with(properties.withDevice(device));
  }

  @Override
  public Scope withInitScope() {
    return with(properties.withInitScope());
  }

  @Override
  public Scope withControlDependencyOps(Iterable<Operation> operations) {
    return with(properties.withControlDependencyOps(operations));
  }

  private Scope with(Scope changed) {
    return new NodeScope(changed, prefix, opName, uses);
  }

  @Override
  public String makeOpName(String defaultName) {
    requireValid(defaultName);
    return prefix + makeUnique(opName == null ? defaultName : opName);
  }

  @Override
  public String makeUnique(String id) {
    int earlier = uses.merge(id, 1, Integer::sum) - 1;
    return earlier == 0 ? id : id + "_" + earlier;
  }

  @Override
  public void refreshNames() {
    // Only an import into a graph adds nodes that a scope has not named, and calls that graph's own
    // scope.
    properties.refreshNames();
  }

  @Override
  public OperationBuilder apply(OperationBuilder builder) {
    return properties.apply(builder);
  }

  @Override
  public String getDeviceString() {
    return properties.getDeviceString();
  }

  @Override
  public boolean isInit() {
    return properties.isInit();
  }

  private static void requireValid(String name) {
    for (String part : name.split("/", -1)) {
      if (!Scope.isValidOpName(part)) {
        throw new IllegalArgumentException(
            "name (%s) must begin with a letter, digit or dot and hold only these, '_', '-' and '/'."
                .formatted(name));
      }
    }
  }
}
