package org.espalier.nas.dashboard.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** The addresses of this machine's network interfaces. */
final class NetworkAddresses {

  private NetworkAddresses() {}

  /** Returns true if the address is one of this machine. */
  static boolean has(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unreadable) {
      return false;
    }
  }

  /** Returns an address at which other machines may reach this one; empty if there is none. */
  static Optional<InetAddress> reachable() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .findFirst();
    } catch (SocketException unreadable) {
      return Optional.empty();
    }
  }
}
