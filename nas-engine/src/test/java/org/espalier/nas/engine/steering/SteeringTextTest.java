package org.espalier.nas.engine.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringTextTest {

  @Test
  void everyCommandComesBack() {
    for (SteeringCommand command :
        List.of(
            new SteeringCommand.StopStudy(),
            new SteeringCommand.StopTrial(7),
            new SteeringCommand.EnqueueArchitecture(List.of("64", "", "\"\n")),
            new SteeringCommand.ChangeBudget(1, 2, 3, Duration.ofSeconds(90)),
            new SteeringCommand.ChangeBudget(null, null, null, Duration.ofMillis(1)),
            new SteeringCommand.Note(null, "<script>"),
            new SteeringCommand.Note(3, ""),
            new SteeringCommand.Tag("a b", false))) {
      String text = SteeringText.write(command);
      assertThat(text).doesNotContain("\n");
      assertThat(SteeringText.read(text)).isEqualTo(command);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | The command must be a JSON object.",
        "[] | The command must be a JSON object.",
        "{ | The command is not valid JSON",
        "{} | command () must be a text.",
        "`{\"command\": \"halt\"}` | command (halt) must be stop-study, stop-trial, enqueue",
        "`{\"command\": \"stop-study\", \"now\": 1}` | The command stop-study has no [now].",
        "`{\"command\": \"stop-trial\"}` | trial () must be a whole number.",
        "`{\"command\": \"stop-trial\", \"trial\": 0}` | trial (0) must be at least 1.",
        "`{\"command\": \"stop-trial\", \"trial\": 1.5}` | trial (1.5) must be a whole number",
        "`{\"command\": \"stop-trial\", \"trial\": 99999999999}` | trial (99999999999) must be",
        "`{\"command\": \"enqueue\", \"architecture\": \"x\"}` | architecture (\"x\") must be a list",
        "`{\"command\": \"enqueue\", \"architecture\": [[1]]}` | architecture ([[1]]) must be a list",
        "`{\"command\": \"enqueue\", \"architecture\": []}` | architecture must have between 1 and",
        "`{\"command\": \"change-budget\"}` | budget needs at least one of trials, epochs",
        "`{\"command\": \"change-budget\", \"epochs\": -1}` | epochs (-1) must be at least 1.",
        "`{\"command\": \"change-budget\", \"wallClock\": \"2h\"}` | wallClock (\"2h\") must be a duration",
        "`{\"command\": \"change-budget\", \"wallClock\": \"PT0S\"}` | wallClock (PT0S) must be positive.",
        "`{\"command\": \"tag\", \"name\": \" x\", \"present\": true}` | tag ( x) must have between",
        "`{\"command\": \"tag\", \"name\": \"x\"}` | present () must be true or false.",
        "`{\"command\": \"note\", \"text\": 1}` | text (1) must be a text.",
      })
  void whatIsNoCommandIsRefused(String text, String message) {
    assertThatThrownBy(() -> SteeringText.read(text == null ? "" : text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "64,relu; 64|relu",
        "[(64, relu), (3, softmax)]; (64, relu)|(3, softmax)",
        "' conv[1,2] , x '; conv[1,2]|x",
        "name; name",
        "a,,b; a||b"
      })
  void anArchitectureIsTypedAsItIsShown(String typed, String texts) {
    assertThat(SteeringCommand.EnqueueArchitecture.parse(typed).architecture())
        .containsExactly(texts.split("[|]"));
  }

  @Test
  void aNoteHasALongestLength() {
    assertThatThrownBy(() -> new SteeringCommand.Note(null, "x".repeat(10_001)))
        .hasMessageContaining("note (10001 characters) may have at most 10000");
  }
}
