package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** The form of keys, which every file system and object store can express. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ArtifactKey {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final Pattern FORM = Pattern.compile(NAME + "(/" + NAME + ")*");

  private ArtifactKey() {}

  /** Returns true if a text has the form of a key. */
  public static boolean isValid(String key) {
    return FORM.matcher(key).matches();
  }

  /**
   * Returns a key.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static String requireValid(String key) {
    if (!isValid(key)) {
      throw new IllegalArgumentException(
          "key (%s) must be names of ASCII letters, digits and ._- separated by slashes, such as checkpoints/trial-7.checkpoint."
              .formatted(key));
    }
    return key;
  }
}
