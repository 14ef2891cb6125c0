package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host:5432/studies",
        "jdbc:postgresql://host/studies?ssl=true&sslmode=verify-full",
        "jdbc:postgresql:studies",
        "jdbc:postgresql://[::1]/user",
      })
  void takesAddresses(String text) {
    assertThat(new StoreUrl(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:secret@host:5432/studies",
        "jdbc:postgresql://ann@host/secret",
        "jdbc:postgresql://host/studies?user=secret",
        "jdbc:postgresql://host/studies?ssl=true&password=secret",
        "jdbc:postgresql://host/studies?ssl=true&sslpassword=secret",
        "jdbc:postgresql://host/studies?PASSWORD=secret",
        "JDBC:other:host;pwd=secret",
      })
  void refusesCredentialsWithoutRepeatingThem(String text) {
    assertThatThrownBy(() -> new StoreUrl(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "url must not contain a user or a password. Set PGUSER and PGPASSWORD in the"
                + " environment, or write ~/.pgpass.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "studies", "jdbc:", "jdbc:postgresql://a host/b"})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> new StoreUrl(text))
        .hasMessage(
            "url (%s) must be an address such as jdbc:postgresql://host:5432/database.", text);
  }
}
