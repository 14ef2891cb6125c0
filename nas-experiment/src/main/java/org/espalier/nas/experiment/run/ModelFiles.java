package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.analysis.report.ModelPage;
import org.espalier.nas.analysis.report.ModelResult;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoredStudy;

/** The page of a final training in the folder of its run. */
public final class ModelFiles {

  private ModelFiles() {}

  /**
   * Writes the page, {@code trained-17.html} for trial 17; an earlier one is replaced.
   *
   * @param study the run
   * @param trial the number of the trial whose architecture was trained
   * @return the page
   * @throws NasException if the file cannot be written
   */
  public static Path write(StoredStudy study, int trial, ModelTraining.Ended ended) {
    Path folder = Path.of(study.key());
    Path page = folder.resolve("trained-" + trial + ".html");
    Optional<Pixels> images = ended.data().flatMap(data -> data.examples(Part.TEST).pixels());
    ModelResult result =
        new ModelResult(
            study.description().name(),
            String.valueOf(folder.getFileName()),
            trial,
            ended.model(),
            ended.network(),
            ended.task(),
            images);
    try {
      AtomicFile.writeString(page, ModelPage.render(result));
    } catch (IOException error) {
      throw new NasException(
          "The page %s cannot be written: %s.".formatted(page, IoReason.of(error)), error);
    }
    return page;
  }
}
