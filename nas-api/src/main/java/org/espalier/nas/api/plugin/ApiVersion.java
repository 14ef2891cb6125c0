package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The version of the interfaces between plugins and the program.
 *
 * <p>The manifest of a plugin's jar names the version it was built against, as {@value
 * #MANIFEST_ATTRIBUTE}. From 1.0 on, a new minor version only adds; before, it may change anything.
 *
 * @param major changes when existing plugins may break
 * @param minor changes when something is added
 */
@API(status = MAINTAINED, since = "0.1")
public record ApiVersion(int major, int minor) {
  /** The attribute of a plugin's manifest that holds the version it was built against. */
  public static final String MANIFEST_ATTRIBUTE = "Espalier-Api-Version";

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.-].*)?");

  /** Checks both numbers. */
  public ApiVersion {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException(
          "major (" + major + ") and minor (" + minor + ") must not be negative.");
    }
  }

  /** {@return the version of the interfaces on the class path} */
  public static ApiVersion current() {
    return new ApiVersion(0, 1);
  }

  /**
   * Reads {@code "0.1"}; text after the minor version ({@code "0.1.3-SNAPSHOT"}) is ignored.
   *
   * @param text the version, white space around it ignored
   * @return the version
   * @throws IllegalArgumentException if the text is not a version
   */
  public static ApiVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no version such as 0.1.");
    }
    return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Returns true if a plugin built against another version runs on this one: before 1.0 if both are
   * the same, from then on if the major versions are the same and the other's minor is not newer.
   *
   * @param other the version that a plugin was built against
   * @return true if it runs
   */
  public boolean runs(ApiVersion other) {
    return major == other.major && (major == 0 ? minor == other.minor : minor >= other.minor);
  }

  /** Returns the version as {@link #parse} reads it: {@code 0.1}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
