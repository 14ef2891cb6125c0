package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkExecutorSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark://host:7077 | true",
        "spark://a:7077,b:7077 | true",
        "yarn | true",
        "k8s://https://kubernetes.default.svc:443 | true",
        "local | false",
        "local[*] | false",
        "local[4] | false",
        "local-cluster[2,1,2048] | false",
        "local-cluster[2, 1, 2048] | false"
      })
  void theProgramIsSentUnlessAllProcessesAreHere(String master, boolean sent) {
    assertThat(SparkExecutorSettings.of(master).cluster("wine").ship()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "host:7077", "sprak://host:7077", "spark://host", "local-cluster"})
  void anotherAddressIsRefused(String master) {
    assertThatThrownBy(() -> SparkExecutorSettings.of(master))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("master (" + master + ") must be spark://HOST:PORT");
  }
}
