package org.espalier.nas.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.NasException;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.table.CsvTableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClassLoaderTest {
  private final ApiClassLoader loader = new ApiClassLoader(getClass().getClassLoader());

  @Test
  void showsTheApi() throws ClassNotFoundException {
    assertThat(loader.loadClass(NasException.class.getName())).isSameAs(NasException.class);
  }

  @Test
  void showsThePreparationOfData() throws ClassNotFoundException {
    assertThat(loader.loadClass(Preparation.class.getName())).isSameAs(Preparation.class);
    assertThat(loader.hides(CsvTableReader.class.getName())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.fasterxml.jackson.databind.ObjectMapper",
        "com.fasterxml.jackson.core.JsonFactory",
        "org.tensorflow.Graph",
        "org.tensorflow.framework.activations.ReLU",
        "org.espalier.nas.tf.TensorFlowPlugin"
      })
  void hidesTheLibrariesOfTheProgram(String name) throws ClassNotFoundException {
    assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
    assertThat(loader.hides(name)).isTrue();
    assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
