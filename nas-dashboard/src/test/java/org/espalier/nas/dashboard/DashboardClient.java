package org.espalier.nas.dashboard;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client of a dashboard with its token. */
public final class DashboardClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  /** Creates a client of a server without password. */
  public DashboardClient(DashboardServer server) {
    this.address = URI.create(server.address());
    this.token = address.getQuery().replace("token=", "");
  }

  /** Requests a path with the token. */
  public HttpResponse<String> get(String path) throws Exception {
    return send(authorized(path));
  }

  /** Returns a request with the token. */
  public HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  /** Returns a request without the token. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
