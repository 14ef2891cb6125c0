package org.espalier.nas.dashboard.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.dashboard.DashboardClient;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EnqueueRoutesTest {

  private static final Catalogue CATALOGUE =
      Catalogue.load(EnqueueRoutesTest.class.getClassLoader());

  private final InMemoryStudyRepository studies = new InMemoryStudyRepository();
  private DashboardServer server;

  private DashboardClient client(boolean spaceKnown) {
    ChosenTrials.conditional(studies, "cond/1", spaceKnown);
    ChosenTrials.perceptrons(studies, "nets/1", spaceKnown);
    server = DashboardServer.start(MemoryPlace.of(studies), CATALOGUE, AccessSettings.loopback(0));
    return new DashboardClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Returns the fields as {@code decision=text}. */
  private static List<String> fields(DashboardClient client, String study, int trial)
      throws Exception {
    String path = "/api/enqueue?study=" + study + "&trial=" + trial;
    JsonNode fields = new ObjectMapper().readTree(client.get(path).body()).get("fields");
    List<String> texts = new ArrayList<>();
    fields.forEach(
        field -> texts.add(field.get("decision").asText() + "=" + field.get("text").asText()));
    return texts;
  }

  private static HttpResponse<String> post(DashboardClient client, String study, List<String> pairs)
      throws Exception {
    List<List<String>> choices =
        pairs.stream()
            .map(pair -> List.of(pair.split("=", 2)))
            .filter(pair -> !pair.get(1).isEmpty())
            .toList();
    String body = "{\"choices\": " + new ObjectMapper().writeValueAsString(choices) + "}";
    return client.send(
        client
            .authorized("/api/enqueue?study=" + study)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private List<String> sent(String study) {
    return studies.requests(study).waiting().stream()
        .map(request -> (SteeringCommand.EnqueueArchitecture) request.command())
        .flatMap(command -> command.architecture().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFieldsHaveTheOrderOfTheArchitecture(boolean spaceKnown) throws Exception {
    DashboardClient client = client(spaceKnown);

    assertThat(fields(client, "cond/1", 2))
        .containsExactly("opt=sgd", "momentum=0.9", "batch=32", "z=0.25");
    assertThat(fields(client, "cond/1", 1))
        .containsExactly("opt=adam", "momentum=", "batch=16", "z=0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "cond/1,1,true",
    "cond/1,2,true",
    "nets/1,1,true",
    "nets/1,2,true",
    "cond/1,2,false",
    "nets/1,1,false",
    "nets/1,2,false"
  })
  void anUnchangedCopyIsThatOfTheTrial(String study, int trial, boolean spaceKnown)
      throws Exception {
    DashboardClient client = client(spaceKnown);

    assertThat(post(client, study, fields(client, study, trial)).statusCode()).isEqualTo(200);

    Architecture own =
        studies.read(study).trials().get(trial - 1).trial().proposal().architecture();
    assertThat(sent(study)).isEqualTo(own.choices().stream().map(Choice::text).toList());
    if (spaceKnown) {
      assertThat(
              new StoredSubjects(CATALOGUE)
                  .ofSpace(studies.read(study), space -> space.parse(sent(study))))
          .hasValue(Optional.of(own));
    }
  }

  @Test
  void thePageMaySendTheFieldsInAnyOrder() throws Exception {
    DashboardClient client = client(true);

    post(client, "cond/1", List.of("z=0.5", "batch=16", "momentum=0.5", "opt=sgd"));

    assertThat(sent("cond/1")).containsExactly("sgd", "0.5", "16", "0.5");
  }

  @Test
  void anArchitectureMayBecomeLonger() throws Exception {
    DashboardClient client = client(true);
    List<String> longer =
        Stream.concat(
                Stream.of(
                    "layer 1=(16, relu)",
                    "layer 2=(16, relu)",
                    "layer 3=(16, relu)",
                    "layer 4=(1, sigmoid)"),
                fields(client, "nets/1", 1).stream().filter(field -> !field.startsWith("layer")))
            .toList();

    assertThat(post(client, "nets/1", longer).statusCode()).isEqualTo(200);
    assertThat(sent("nets/1"))
        .containsExactly("(16, relu)", "(16, relu)", "(16, relu)", "(1, sigmoid)", "0.25");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "opt=adam;momentum=0.9;batch=16;z=0.5 | momentum must be empty",
        "opt=sgd;batch=16;z=0.5 | momentum (empty) must be one of 0.5, 0.9",
        "opt=sgd;momentum=0.7;batch=16;z=0.5 | momentum (0.7) must be one of 0.5, 0.9",
        "opt=adam;batch=16;z=2 | z (2) must be a number from 0.0 to 1.0",
      })
  void choicesThatMakeNoArchitectureAreRefusedAtOnce(String pairs, String reason) throws Exception {
    HttpResponse<String> answer = post(client(true), "cond/1", List.of(pairs.split(";")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(sent("cond/1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"study=none&trial=1", "study=cond/1&trial=3", "study=cond/1"})
  void whatIsNotThereIsNotFound(String query) throws Exception {
    assertThat(client(false).get("/api/enqueue?" + query).statusCode()).isEqualTo(404);
  }
}
