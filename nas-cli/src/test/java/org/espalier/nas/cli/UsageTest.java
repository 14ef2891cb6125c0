package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in flags and names of commands. */
class UsageTest {
  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run my.yaml --worker 4          | There is no flag --worker. Did you mean --workers?
          run my.yaml --wokers=4          | There is no flag --wokers. Did you mean --workers?
          trials latest --curvs           | There is no flag --curvs. Did you mean --curves?
          extend latest --trails 200      | There is no flag --trails. Did you mean --trials?
          comparisons --jason             | There is no flag --jason. Did you mean --json?
          data list --jsn                 | There is no flag --jsn. Did you mean --json?
          data audit wine --lable x       | There is no flag --lable.
          plugins describe random --jsn   | There is no flag --jsn. Did you mean --json?
          new plugin x --knd controller   | There is no flag --knd. Did you mean --kind?
          trails latest                   | There is no command trails. Did you mean trials?
          comparison                      | There is no command comparison. Did you mean comparisons?
          data lst                        | There is no command lst. Did you mean list?
          plugins descrbe random          | There is no command descrbe. Did you mean describe?
          new plugn x                     | There is no command plugn. Did you mean plugin?
          """)
  void theNearestIsSuggested(String arguments, String message) {
    assertThat(terminal.run((Object[]) arguments.split(" "))).isEqualTo(2);
    assertThat(terminal.err()).startsWith(message).contains("\nHelp: nas ");
  }
}
