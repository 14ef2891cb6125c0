package org.espalier.nas.data.imagefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.espalier.nas.data.image.BrokenFiles;
import org.espalier.nas.data.image.ImageColor;
import org.espalier.nas.data.image.ImageLayout;
import org.espalier.nas.data.image.ResizeMode;
import org.espalier.nas.data.prepare.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link ImageFolderDataset}.
 *
 * @param folder the folder that has a folder of images for each class
 * @param validationFolder a folder of the same form with the validation part
 * @param testFolder a folder of the same form with the test part
 * @param size height and width of the images in pixels, or one number for both; empty: that of the
 *     files, which must all have the same
 * @param resize the fit of images of other sizes
 * @param color the channels
 * @param brokenFiles the treatment of files that cannot be used as images
 * @param prepare preparation of the data
 */
public record ImageFolderSettings(
    @Description("Folder that has a folder of images for each class.") @Example("flowers")
        Path folder,
    @Nullable @Description("Folder with the images of the validation part.") Path validationFolder,
    @Nullable @Description("Folder with the images of the test part.") Path testFolder,
    @Default("[]")
        @SingleAllowed
        @Description("Height and width in pixels; absent: that of all images.")
        @Range("[1, 4096]")
        List<Integer> size,
    @Default("stretch") @Description("Fit of images of other sizes.") ResizeMode resize,
    @Default("rgb") @Description("Channels: colour or grey.") ImageColor color,
    @Default("error") @Description("Treatment of files that cannot be used.")
        BrokenFiles brokenFiles,
    @Default("{}") @Description("Preparation of the data: scaling, split.") Preparation prepare) {

  /** Checks the size. */
  public ImageFolderSettings {
    Objects.requireNonNull(folder);
    size = List.copyOf(size);
    Objects.requireNonNull(resize);
    Objects.requireNonNull(color);
    Objects.requireNonNull(brokenFiles);
    Objects.requireNonNull(prepare);
    SettingRanges.check(
        ImageFolderSettings.class,
        folder,
        validationFolder,
        testFolder,
        size,
        resize,
        color,
        brokenFiles,
        prepare);
    if (size.size() > 2) {
      throw new InvalidSettingException(
          "size", "size %s must be a height and a width, or one number for both.".formatted(size));
    }
  }

  /** Returns the common form of the images. */
  ImageLayout layout() {
    List<Integer> both = size.size() == 1 ? List.of(size.get(0), size.get(0)) : size;
    return new ImageLayout(both, resize, color, brokenFiles);
  }

  /** Returns these settings with the standard preparation. */
  ImageFolderSettings unprepared() {
    return new ImageFolderSettings(
        folder,
        validationFolder,
        testFolder,
        size,
        resize,
        color,
        brokenFiles,
        Preparation.standard());
  }
}
