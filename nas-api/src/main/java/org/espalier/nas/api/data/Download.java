package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.net.URI;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A file being downloaded.
 *
 * @param name the display name
 * @param address the URL or path of the source
 * @param bytes its size, positive
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Download(String name, URI address, long bytes) {

  /** Checks the size. */
  public Download {
    Objects.requireNonNull(name);
    Objects.requireNonNull(address);
    if (bytes <= 0) {
      throw new IllegalArgumentException("bytes (" + bytes + ") must be positive.");
    }
  }
}
