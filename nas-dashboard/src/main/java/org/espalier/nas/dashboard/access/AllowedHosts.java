package org.espalier.nas.dashboard.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts for which requests may be meant. A page of another site must not be able to read or
 * change anything, not even with a host name that leads here (DNS rebinding).
 */
final class AllowedHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(?::\\d{1,5})?");
  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-fA-F:.]+]|\\d{1,3}(\\.\\d{1,3}){3}");
  private static final String PLAIN = "http://";
  private static final String ENCRYPTED = "https://";

  private final InetAddress bound;
  private final Set<String> names;

  /**
   * Creates the hosts.
   *
   * @param bound the address at which the server listens, possibly that of all interfaces
   * @param names further names that lead to the server, perhaps by a proxy with TLS
   */
  AllowedHosts(InetAddress bound, Set<String> names) {
    this.bound = bound;
    this.names =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Returns true if a request is meant for this server.
   *
   * @param host the header {@code Host}
   * @param origin the header {@code Origin}, which browsers send with requests of other pages
   */
  boolean allow(@Nullable String host, @Nullable String origin) {
    Matcher parts = HOST.matcher(host == null ? "" : host);
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    boolean named = names.contains(name);
    if (!named && !LOOPBACK.contains(name) && !isBound(name)) {
      return false;
    }
    return origin == null
        || origin.equalsIgnoreCase(PLAIN + host)
        || (named && origin.equalsIgnoreCase(ENCRYPTED + host));
  }

  /** Returns true for an address at which the server listens; addresses cannot be rebound. */
  private boolean isBound(String name) {
    if (!ADDRESS.matcher(name).matches()) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(name);
      return bound.isAnyLocalAddress() ? NetworkAddresses.has(address) : bound.equals(address);
    } catch (UnknownHostException notHere) {
      return false;
    }
  }
}
