package org.espalier.nas.data.image;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder with the images of one class.
 *
 * @param name the name of the class
 * @param folder the folder
 * @param files its files in natural order of their names
 */
record ClassFolder(String name, Path folder, List<Path> files) {
  ClassFolder {
    files = List.copyOf(files);
  }
}
