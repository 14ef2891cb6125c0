package org.espalier.nas.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSettingsTest {

  private static final Password PASSWORD = Password.of("correct horse");

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "2001:db8::7"})
  void otherMachinesNeedAPassword(String bind) throws Exception {
    InetAddress address = InetAddress.getByName(bind);

    assertThatThrownBy(() -> new AccessSettings(address, 0, Set.of(), null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--password-file")
        .hasMessageContaining("NAS_DASHBOARD_PASSWORD");
    assertThat(new AccessSettings(address, 0, Set.of(), PASSWORD).bind()).isEqualTo(address);
  }

  @Test
  void aNameLeadsOtherMachinesHere() {
    InetAddress loopback = InetAddress.getLoopbackAddress();

    assertThatThrownBy(() -> new AccessSettings(loopback, 0, Set.of("nas.example.org"), null))
        .hasMessageContaining("--password-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://nas.example.org", "nas.example.org:80", "a/b", "a b"})
  void aNameHasNoSchemeAndNoPort(String name) {
    InetAddress loopback = InetAddress.getLoopbackAddress();

    assertThatThrownBy(() -> new AccessSettings(loopback, 0, Set.of(name), PASSWORD))
        .hasMessageContaining("--host-name (" + name + ")");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void aPortMustExist(int port) {
    assertThatThrownBy(() -> AccessSettings.loopback(port)).hasMessageContaining("--port");
  }

  @Test
  void theAddressIsThatForOthers() throws Exception {
    InetAddress six = InetAddress.getByName("2001:db8::7");
    InetAddress all = InetAddress.getByName("0.0.0.0");

    assertThat(AccessSettings.loopback(0).authority(80)).isEqualTo("127.0.0.1:80");
    assertThat(new AccessSettings(six, 0, Set.of(), PASSWORD).authority(80))
        .isEqualTo("[2001:db8:0:0:0:0:0:7]:80");
    assertThat(new AccessSettings(all, 0, Set.of("nas.example.org"), PASSWORD).authority(80))
        .isEqualTo("nas.example.org:80");
  }

  @Test
  void aPasswordIsLongAndNotPrinted() {
    assertThatThrownBy(() -> Password.of("seven77"))
        .hasMessageContaining("7")
        .hasMessageContaining("8");
    assertThat(PASSWORD).hasToString("a password");
    assertThat(PASSWORD.is("correct horse")).isTrue();
    assertThat(PASSWORD.is("correct horsf")).isFalse();
    assertThat(PASSWORD.is(null)).isFalse();
  }

  @Test
  void nobodyGuessesTheToken() {
    AccessToken token = AccessToken.random();

    assertThat(token.text()).hasSize(48).isNotEqualTo(AccessToken.random().text());
    assertThat(token.is(token.text())).isTrue();
    assertThat(token.is(null)).isFalse();
    assertThat(token.is("")).isFalse();
    assertThat(token.is(token.text().substring(1))).isFalse();
  }
}
