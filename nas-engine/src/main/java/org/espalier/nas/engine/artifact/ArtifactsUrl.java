package org.espalier.nas.engine.artifact;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;

/**
 * Address of a place for artifacts. It contains no credentials, so that it can be printed and
 * stored.
 *
 * @param text the address, such as {@code s3://bucket/prefix}, or the absolute path of a folder
 */
public record ArtifactsUrl(String text) {
  private static final String SETTING = "url";

  /** A scheme has two letters or more; one letter is a drive of Windows. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private static final Pattern FILE = Pattern.compile("(?i)file:.*");

  /** A user before the host, or a parameter that may be secret. */
  private static final Pattern CREDENTIALS =
      Pattern.compile("//[^/]*@|(?i:[?&;][^=&;]*(user|passw|pwd|secret|token|key|cred)[^=&;]*=)");

  /**
   * Checks the form, and makes the path of a folder absolute.
   *
   * @throws InvalidSettingException if it contains credentials, which the message does not repeat,
   *     or is no address
   */
  public ArtifactsUrl {
    if (isUrl(text) && CREDENTIALS.matcher(text).find()) {
      throw new InvalidSettingException(
          SETTING,
          "url must not contain credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the"
              + " environment, or use another source of credentials that the AWS tools know.");
    }
    if (text.isBlank() || (isUrl(text) && !text.matches("\\S+"))) {
      throw new InvalidSettingException(
          SETTING,
          "url (%s) must be a folder, or an address such as s3://bucket/prefix.".formatted(text));
    }
    if (!isUrl(text)) {
      text = path(text).toAbsolutePath().normalize().toString();
    }
  }

  /** Returns the folder; empty if it is an address of another kind. */
  public Optional<Path> folder() {
    return isUrl(text) ? Optional.empty() : Optional.of(Path.of(text));
  }

  private static boolean isUrl(String text) {
    return URL.matcher(text).matches() && !FILE.matcher(text).matches();
  }

  private static Path path(String text) {
    try {
      return FILE.matcher(text).matches() ? Path.of(URI.create(text)) : Path.of(text);
    } catch (IllegalArgumentException | FileSystemNotFoundException error) {
      throw new InvalidSettingException(
          SETTING, "url (%s) is no folder: %s.".formatted(text, error.getMessage()));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
