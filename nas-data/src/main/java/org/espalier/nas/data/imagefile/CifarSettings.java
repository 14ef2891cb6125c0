package org.espalier.nas.data.imagefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.prepare.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link CifarDataset}.
 *
 * @param files the files with the images to train on
 * @param testFiles the files with the test part; empty: it is split off
 * @param labels the label bytes of the files, and which of them is the label
 * @param classNames the names of the classes in the order of their numbers; empty: those in {@code
 *     classFile}
 * @param classFile a text file with a class name in each line
 * @param prepare preparation of the data
 */
public record CifarSettings(
    @SingleAllowed
        @Description("The files; a name ending in .gz is decompressed.")
        @Example("[data_batch_1.bin, data_batch_2.bin]")
        List<Path> files,
    @Default("[]") @SingleAllowed @Description("Files with the images of the test part.")
        List<Path> testFiles,
    @Default("single") @Description("Label bytes: single (CIFAR-10), coarse or fine (CIFAR-100).")
        CifarLabels labels,
    @Default("[]") @Description("Names of the classes, in the order of their numbers.")
        List<String> classNames,
    @Nullable @Description("Text file with a class name in each line: batches.meta.txt.")
        Path classFile,
    @Default("{}") @Description("Preparation of the data: scaling, split.") Preparation prepare) {

  /** Checks the files and the names. */
  public CifarSettings {
    files = List.copyOf(files);
    testFiles = List.copyOf(testFiles);
    Objects.requireNonNull(labels);
    classNames = ClassList.checked(classNames);
    Objects.requireNonNull(prepare);
    if (files.isEmpty()) {
      throw new InvalidSettingException("files", "files ([]) must name at least one file.");
    }
    if (!classNames.isEmpty() && classFile != null) {
      throw new InvalidSettingException(
          "classFile", "classFile (%s) and classNames cannot both be given.".formatted(classFile));
    }
  }

  /** Returns these settings with the standard preparation. */
  CifarSettings unprepared() {
    return new CifarSettings(
        files, testFiles, labels, classNames, classFile, Preparation.standard());
  }
}
