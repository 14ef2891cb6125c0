package org.espalier.nas.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.access.Password;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags that say at which address the dashboard is served, and to whom. */
final class AccessOptions {

  private static final String VARIABLE = "NAS_DASHBOARD_PASSWORD";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port of the page (default: any that is free).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address at which the page is served; 0.0.0.0 for all. Other machines can reach it only"
              + " beyond the default ${DEFAULT-VALUE}, which needs a password. The page is plain"
              + " HTTP: for TLS, put a reverse proxy before it, or use ssh.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String bind;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description =
          "Further name that leads to the page, such as that of a reverse proxy. May be repeated.")
  private final Set<String> hostNames = new HashSet<>();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password of the page (also: " + VARIABLE + ").")
  private @Nullable Path passwordFile;

  /** Returns the settings. */
  AccessSettings settings(Nas nas) {
    return new AccessSettings(address(nas), port, names(), password(nas));
  }

  /** Returns true if other machines may reach the page. */
  static boolean isOpen(AccessSettings settings) {
    return !settings.bind().isLoopbackAddress();
  }

  private InetAddress address(Nas nas) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException unknown) {
      throw new ParameterException(
          nas.command(),
          "--bind (%s) must be an address of this machine, such as 0.0.0.0.".formatted(bind),
          unknown);
    }
  }

  /** A name at which the page is bound leads to it too. */
  private Set<String> names() {
    Set<String> names = new HashSet<>(hostNames);
    if (bind.matches("[A-Za-z].*") && !bind.contains(":") && !bind.equals("localhost")) {
      names.add(bind);
    }
    return names;
  }

  private @Nullable Password password(Nas nas) {
    Path file = passwordFile;
    Optional<String> text =
        file == null ? nas.variable(VARIABLE) : Optional.of(firstLine(file, nas));
    return text.map(Password::of).orElse(null);
  }

  private static String firstLine(Path file, Nas nas) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new ParameterException(
          nas.command(),
          "--password-file (%s) cannot be read: %s.".formatted(file, IoReason.of(e)),
          e);
    }
  }
}
