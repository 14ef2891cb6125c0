package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.picture.ClassSamples;
import org.espalier.nas.analysis.picture.ImageSamples;
import org.espalier.nas.analysis.picture.Picture;
import org.espalier.nas.analysis.picture.PictureSheet;

/** Images of each class. */
final class ImagesSection implements ReportSection {

  @Override
  public String id() {
    return "images";
  }

  @Override
  public String title() {
    return "The images";
  }

  @Override
  public boolean applies(RunReport run) {
    return !run.subjects().images().classes().isEmpty();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    ImageSamples samples = run.subjects().images();
    boolean augmented =
        samples.classes().stream().anyMatch(ofClass -> !ofClass.augmented().isEmpty());
    page.paragraph(
        "Images of the training part"
            + (samples.classes().size() > 1 ? ", by class." : ".")
            + (augmented ? " Below them, images as they are trained on, after augmentation." : ""));
    Markup markup = page.markup();
    markup.open("div", "class", "samples");
    samples.classes().forEach(ofClass -> write(ofClass, markup));
    markup.close();
    if (samples.hidden() > 0) {
      String note =
          samples.hidden() == 1
              ? "One more class is not shown."
              : samples.hidden() + " more classes are not shown.";
      markup.leaf("p", note, "class", "note");
    }
  }

  private static void write(ClassSamples samples, Markup markup) {
    String of = samples.name().isEmpty() ? "" : " of the class " + samples.name();
    markup.open("figure");
    if (!samples.name().isEmpty()) {
      markup.leaf("h3", samples.name());
    }
    write(samples.originals(), "", of, markup);
    if (!samples.augmented().isEmpty()) {
      write(samples.augmented(), "augmented ", of, markup);
    }
    markup.close();
  }

  private static void write(List<Picture> pictures, String kind, String of, Markup markup) {
    String images = pictures.size() == 1 ? "image" : "images";
    write(new PictureSheet(pictures), pictures.size() + " " + kind + images + of, markup);
  }

  /** Writes pictures with sharp pixels. */
  static void write(PictureSheet sheet, String text, Markup markup) {
    markup.empty(
        "img",
        "class",
        "pixels",
        "alt",
        text,
        "width",
        Integer.toString(sheet.zoom() * sheet.width()),
        "height",
        Integer.toString(sheet.zoom() * sheet.height()),
        "src",
        sheet.dataUri());
  }
}
