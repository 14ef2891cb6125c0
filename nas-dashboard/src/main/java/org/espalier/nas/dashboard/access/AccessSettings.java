package org.espalier.nas.dashboard.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a page is served, and who may read it.
 *
 * @param bind address of an interface of this machine, possibly that of all
 * @param port the port, or 0 for any that is free
 * @param hostNames further names that lead to the page, perhaps by a proxy with TLS
 * @param password the password, or null for a token in the printed address
 */
public record AccessSettings(
    InetAddress bind, int port, Set<String> hostNames, @Nullable Password password) {

  private static final int LARGEST_PORT = 65_535;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  /**
   * Checks and copies.
   *
   * @throws InvalidSettingException if the port or a name is invalid, or other machines could read
   *     the page without a password
   */
  public AccessSettings {
    Objects.requireNonNull(bind);
    hostNames = Set.copyOf(hostNames);
    if (port < 0 || port > LARGEST_PORT) {
      throw new InvalidSettingException(
          "port", "--port (%d) must lie in [0, %d].".formatted(port, LARGEST_PORT));
    }
    for (String name : hostNames) {
      if (!NAME.matcher(name).matches()) {
        throw new InvalidSettingException(
            "host-name",
            "--host-name (%s) must be a name without scheme and port, such as nas.example.org."
                .formatted(name));
      }
    }
    if (password == null && !(bind.isLoopbackAddress() && hostNames.isEmpty())) {
      throw new InvalidSettingException(
          "bind",
          "Other machines may reach the page, which needs a password. Add --password-file FILE, or"
              + " set NAS_DASHBOARD_PASSWORD.");
    }
  }

  /** Returns the settings of a page for this machine only. */
  public static AccessSettings loopback(int port) {
    return new AccessSettings(loopback(), port, Set.of(), null);
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are an address.", impossible);
    }
  }

  /** Returns the host and port of the page for display, once the port is known. */
  String authority(int port) {
    String host =
        hostNames.stream().sorted().findFirst().orElseGet(() -> literal(bind.isAnyLocalAddress()));
    return host + ":" + port;
  }

  private String literal(boolean all) {
    InetAddress shown = all ? NetworkAddresses.reachable().orElse(loopback()) : bind;
    String text = shown.getHostAddress().replaceFirst("%.*", "");
    return shown instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
