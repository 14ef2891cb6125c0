package org.espalier.nas.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedHostsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "localhost:8080, none, true",
        "127.0.0.1:8080, none, true",
        "[::1]:8080, none, true",
        "LOCALHOST, none, true",
        "localhost:8080, http://localhost:8080, true",
        "none, none, false",
        "evil.example, none, false",
        "localhost.evil.example:8080, none, false",
        "127.0.0.1.evil.example, none, false",
        "localhost:8080@evil.example, none, false",
        "localhost:8080, http://evil.example, false",
        "localhost:8080, http://localhost:9090, false",
        "localhost:8080, https://localhost:8080, false",
        "localhost:8080, null, false"
      })
  void aRequestMustBeMeantForThisServer(String host, String origin, boolean meant) {
    assertThat(new AllowedHosts(LOOPBACK, Set.of()).allow(host, origin)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "192.0.2.7:8080, none, true",
        "192.0.2.7:8080, http://192.0.2.7:8080, true",
        "localhost:8080, none, true",
        "nas.example.org, none, true",
        "NAS.example.org:8080, http://NAS.example.org:8080, true",
        "nas.example.org, https://nas.example.org, true",
        "192.0.2.8:8080, none, false",
        "192.0.2.7.evil.example, none, false",
        "evil.example, none, false",
        "nas.example.org.evil.example, none, false",
        "192.0.2.7:8080, https://192.0.2.7:8080, false",
        "192.0.2.7:8080, http://nas.example.org:8080, false",
        "nas.example.org, https://evil.example, false"
      })
  void otherMachinesUseTheBoundAddressAndTheNames(String host, String origin, boolean meant)
      throws Exception {
    InetAddress bound = InetAddress.getByName("192.0.2.7");

    assertThat(new AllowedHosts(bound, Set.of("nas.example.org")).allow(host, origin))
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:80, true", "[::1]:80, true", "192.0.2.7:80, false", "evil.example, false"})
  void allInterfacesAreThoseOfThisMachine(String host, boolean meant) throws Exception {
    InetAddress all = InetAddress.getByName("0.0.0.0");

    assertThat(new AllowedHosts(all, Set.of()).allow(host, null)).isEqualTo(meant);
  }
}
