package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Place;
import org.espalier.nas.experiment.file.Problem;

/** The result of a search in another process, or the error that ended it, as texts. */
final class SearchAnswer {
  private static final String FILE = "file";
  private static final String ERROR = "error";
  private static final String MESSAGE = "message";
  private static final String PLACE = "place";
  private static final String KIND = "kind";

  /** The errors that a comparison tells apart. */
  private enum ErrorKind {
    STORE,
    EXPERIMENT,
    SETTING,
    DATA,
    OTHER
  }

  private SearchAnswer() {}

  static Map<String, String> of(SearchFile found) {
    return Map.of(FILE, found.text());
  }

  /**
   * Returns an error as texts.
   *
   * @param located the experiment as this process has read it
   */
  static Map<String, String> of(NasException error, LocatedExperiment located) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof StoreException store) {
      return Map.of(
          ERROR, ErrorKind.STORE.name(),
          KIND, store.kind().name(),
          PLACE, store.place(),
          MESSAGE, message);
    } else if (error instanceof InvalidExperimentException invalid) {
      return problems(invalid, located);
    } else if (error instanceof InvalidSettingException invalid) {
      return Map.of(
          ERROR, ErrorKind.SETTING.name(),
          PLACE, invalid.setting(),
          MESSAGE, message);
    }
    ErrorKind kind = error instanceof InvalidDataException ? ErrorKind.DATA : ErrorKind.OTHER;
    return Map.of(ERROR, kind.name(), MESSAGE, message);
  }

  /** Places are sent as keys, since each process has read the experiment from another text. */
  private static Map<String, String> problems(
      InvalidExperimentException invalid, LocatedExperiment located) {
    Map<String, String> texts = new HashMap<>(Map.of(ERROR, ErrorKind.EXPERIMENT.name()));
    for (int i = 0; i < invalid.problems().size(); i++) {
      Problem problem = invalid.problems().get(i);
      texts.put(MESSAGE + i, problem.message());
      texts.put(PLACE + i, String.join("\n", located.path(problem.place())));
    }
    return texts;
  }

  private static InvalidExperimentException problems(Bundle answer, LocatedExperiment located) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; answer.texts().containsKey(MESSAGE + i); i++) {
      String path = answer.text(PLACE + i);
      Place place = located.settings().locate(path.isEmpty() ? List.of() : path.lines().toList());
      problems.add(new Problem(place, answer.text(MESSAGE + i)));
    }
    return new InvalidExperimentException(problems);
  }

  /**
   * Returns the result.
   *
   * @param located the experiment, for the places of its errors
   * @throws NasException if the search ended with that error
   */
  static SearchFile result(Bundle answer, LocatedExperiment located) {
    if (answer.texts().containsKey(ERROR)) {
      throw error(answer, located);
    }
    return SearchFile.of(Path.of("the answer of an executor"), answer.text(FILE));
  }

  private static NasException error(Bundle answer, LocatedExperiment located) {
    return switch (ErrorKind.valueOf(answer.text(ERROR))) {
      case STORE ->
          new StoreException(
              StoreException.Kind.valueOf(answer.text(KIND)),
              answer.text(PLACE),
              answer.text(MESSAGE));
      case EXPERIMENT -> problems(answer, located);
      case SETTING -> new InvalidSettingException(answer.text(PLACE), answer.text(MESSAGE));
      case DATA -> new InvalidDataException(answer.text(MESSAGE));
      case OTHER -> new NasException(answer.text(MESSAGE));
    };
  }
}
