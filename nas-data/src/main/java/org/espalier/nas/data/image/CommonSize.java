package org.espalier.nas.data.image;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** The size that all images have, from the heads of their files. */
final class CommonSize {
  private static final int MOST_SHOWN = 5;

  private final ImageDecoder decoder;

  CommonSize(ImageDecoder decoder) {
    this.decoder = decoder;
  }

  /** Images of one size. */
  private record Group(DecodedImage size, Path first, int count) {
    private Group and(Group other) {
      return new Group(size, first, count + other.count);
    }

    private String text() {
      return size.size() + " (" + count + ", such as " + first + ")";
    }
  }

  /**
   * Returns a picture of the common size. Files that cannot be read and single pixels do not count.
   *
   * @throws InvalidDataException if the images have several sizes, or none can be read
   */
  DecodedImage of(@Nullable ClassFolders... parts) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (ClassFolders part : parts) {
      for (Path file : part == null ? List.<Path>of() : part.files()) {
        try {
          DecodedImage size = decoder.size(file);
          groups.merge(size.size(), new Group(size, file, 1), Group::and);
        } catch (BrokenImageException e) {
          // It is reported when it is decoded.
        }
      }
    }
    if (groups.size() > 1) {
      groups.remove("1×1");
    }
    if (groups.size() > 1) {
      throw new InvalidDataException(several(groups));
    }
    return groups.values().stream()
        .findFirst()
        .map(Group::size)
        .orElse(new DecodedImage(1, 1, 1, new byte[0]));
  }

  private static String several(Map<String, Group> groups) {
    String shown =
        groups.values().stream()
            .limit(MOST_SHOWN)
            .map(Group::text)
            .collect(Collectors.joining(", "));
    DecodedImage first = groups.values().iterator().next().size();
    return "The images have %d sizes: %s%s. Set size, for example to [%d, %d] (height and width)."
        .formatted(
            groups.size(),
            shown,
            groups.size() > MOST_SHOWN ? " and others" : "",
            first.height(),
            first.width());
  }
}
