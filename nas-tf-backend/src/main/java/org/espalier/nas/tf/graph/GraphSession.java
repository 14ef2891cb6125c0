package org.espalier.nas.tf.graph;

import java.util.List;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A graph and the session that runs it, closed together in the order that TensorFlow needs. */
public final class GraphSession implements AutoCloseable {
  private final ResourceStack resources = new ResourceStack();
  private final Graph graph;
  private final Session session;
  private final Ops tf;

  /** Creates an empty graph and opens a session on the processor for it. */
  public GraphSession() {
    this(Sessions.onProcessor()::open);
  }

  /** Creates an empty graph with a session that the given function opens. */
  GraphSession(Function<Graph, Session> opener) {
    graph = resources.open(Graph::new, Graph::close);
    session = resources.open(() -> opener.apply(graph), Session::close);
    tf = Ops.create(new NodeEnvironment(graph));
  }

  /**
   * Creates a graph on the processor and builds an object on it, which then owns the graph.
   *
   * @param builder builds the object; if it fails, the graph is closed
   * @return the object
   */
  public static <T> T build(Function<GraphSession, T> builder) {
    return build(Sessions.onProcessor(), builder);
  }

  /**
   * Creates a graph and builds an object on it, which then owns the graph.
   *
   * @param sessions opens the graph's session
   * @param builder builds the object; if it fails, the graph is closed
   * @return the object
   */
  public static <T> T build(Sessions sessions, Function<GraphSession, T> builder) {
    GraphSession session = new GraphSession(sessions::open);
    try {
      return builder.apply(session);
    } catch (RuntimeException | Error failure) {
      session.resources.closeAfter(failure);
      throw failure;
    }
  }

  /** Returns the graph. */
  public Graph graph() {
    return graph;
  }

  /** Returns the factory of the graph's operations, which may be used before and between runs. */
  public Ops tf() {
    return tf;
  }

  /** Returns the session. */
  public Session session() {
    return session;
  }

  /** Returns a run to which feeds, fetches and targets are added; close its result. */
  public SessionRunner runner() {
    return new SessionRunner(session);
  }

  /**
   * Prepares a run that is repeated with other tensors; it is closed with this session.
   *
   * @param feeds the operands to feed
   * @param fetch the value to fetch
   * @param targets operations to run for their effect
   */
  public PreparedRun prepare(
      List<? extends Operand<?>> feeds, Operand<TFloat32> fetch, List<? extends Op> targets) {
    return resources.open(
        () -> new PreparedRun(session, feeds, fetch, targets), PreparedRun::close);
  }

  /** Runs operations for their effect. */
  public void run(Iterable<? extends Op> targets) {
    SessionRunner runner = runner();
    targets.forEach(runner::addTarget);
    runner.run().close();
  }

  @Override
  public void close() {
    resources.close();
  }
}
