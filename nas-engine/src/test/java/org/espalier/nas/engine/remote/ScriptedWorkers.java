package org.espalier.nas.engine.remote;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.engine.executor.ScriptedEvaluator;

/** Provider of workers whose trials do what their only choice says, in any process. */
public final class ScriptedWorkers implements WorkerProvider {

  /** A study whose trials are scripted. */
  public static final RemoteStudy STUDY =
      new RemoteStudy("scripted", new Bundle(Map.of(), Map.of()));

  /** Creates the provider. */
  public ScriptedWorkers() {}

  @Override
  public boolean serves(String kind) {
    return "scripted".equals(kind);
  }

  @Override
  public WorkerParts open(RemoteStudy study, WorkerPlace place) {
    if (study.content().texts().containsKey("refusal")) {
      throw new RemoteException(study.content().texts().get("refusal"));
    }
    return new WorkerParts() {
      @Override
      public Evaluator evaluator() {
        return new ScriptedEvaluator(place.gpus());
      }

      @Override
      public List<StudyListener> listeners() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }
}
