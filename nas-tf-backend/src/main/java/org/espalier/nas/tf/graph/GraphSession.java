package org.espalier.nas.tf.graph;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** A graph and the session that runs it, closed together in the order that TensorFlow needs. */
public final class GraphSession implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session = Sessions.open(graph);
  private final Ops tf = Ops.create(graph);

  /** The graph. */
  public Graph graph() {
    return graph;
  }

  /** Adds operations to the graph; they may be added between runs too. */
  public Ops tf() {
    return tf;
  }

  /** The session. */
  public Session session() {
    return session;
  }

  /** A run to which feeds, fetches and targets are added; close its result. */
  public Session.Runner runner() {
    return session.runner();
  }

  /** Runs operations for their effect. */
  public void run(Iterable<? extends Op> targets) {
    Session.Runner runner = session.runner();
    targets.forEach(runner::addTarget);
    runner.run().close();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
