package org.espalier.nas.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A client that follows the changes that a server tells. */
final class FeedClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String cookie;

  FeedClient(DashboardServer server) throws IOException, InterruptedException {
    this.address = URI.create(server.address());
    HttpResponse<String> first =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    this.cookie = first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).header("Cookie", cookie);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  /** Opens a feed. */
  Feed follow(String path) throws IOException, InterruptedException {
    return new Feed(request(path).build());
  }

  /** Opens a feed again, as browsers do. */
  Feed followAgain(String path, String lastId) throws IOException, InterruptedException {
    return new Feed(request(path).header("Last-Event-ID", lastId).build());
  }

  /** An event of a feed. */
  record Event(String name, String id, JsonNode data) {}

  /** An open feed. */
  final class Feed implements AutoCloseable {

    private final BufferedReader lines;

    private Feed(HttpRequest request) throws IOException, InterruptedException {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Waits for the next event. */
    Event next() throws IOException {
      String name = "";
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          return new Event(name, id, JSON.readTree(line.substring(6)));
        }
      }
      throw new IOException("The feed has ended.");
    }

    /** Waits for an event whose head has a status. */
    Event status(String status) throws IOException {
      Event event = next();
      while (!event.data().path("head").path("status").asText().equals(status)) {
        event = next();
      }
      return event;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
