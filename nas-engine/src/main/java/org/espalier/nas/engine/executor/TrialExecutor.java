package org.espalier.nas.engine.executor;

import java.util.List;

/**
 * Place where the trials of a study are evaluated: threads of this process, or other machines. Its
 * methods are called by one thread at a time, but {@link #giveUp} by any.
 *
 * <p>Each submitted attempt that is not dropped is told its end once, by {@link
 * TrialAttempt#ended}, unless {@link TrialAttempt#begin} refused it.
 */
public interface TrialExecutor extends AutoCloseable {

  /** Begins an attempt as soon as there is room, in the order of the calls. */
  void submit(TrialAttempt attempt);

  /** Drops the attempts that have not begun, and returns them. */
  List<TrialAttempt> drop();

  /**
   * Gives the place of a running attempt to another one, although its evaluation may never end. The
   * attempt ignores what the evaluation still does. Does nothing if the attempt has ended.
   *
   * @param interrupt true if the evaluation may be interrupted; false while a listener is told of
   *     it, whose open files an interruption would close
   */
  void giveUp(TrialAttempt attempt, boolean interrupt);

  /** Waits for the end of the running attempts, which are abandoned, and frees what they used. */
  @Override
  void close();
}
