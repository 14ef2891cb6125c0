package org.espalier.nas.dashboard.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page of a browser, under control of the DevTools protocol. */
final class BrowserPage implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PAUSE_MILLIS = 20;

  private final WebSocket socket;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private Map<String, Double> held = Map.of();

  BrowserPage(HttpClient client, URI address) {
    this.socket = client.newWebSocketBuilder().buildAsync(address, new Receiver()).join();
    call("Page.enable", Map.of());
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder received = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      received.append(data);
      if (last) {
        String message = received.toString();
        received.setLength(0);
        receive(message);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private void receive(String message) {
    JsonNode tree;
    try {
      tree = JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (tree.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(tree.get("id").asInt());
      if (answer != null) {
        answer.complete(tree);
      }
      return;
    }
    JsonNode parameters = tree.path("params");
    switch (tree.path("method").asText()) {
      case "Runtime.exceptionThrown" ->
          problems.add(parameters.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(parameters.path("type").asText())) {
          problems.add(parameters.path("args").toString());
        }
      }
      case "Log.entryAdded" -> problems.add(parameters.path("entry").toString());
      default -> {
        // Other events are not of interest.
      }
    }
  }

  /** Returns errors, warnings and violations of the security policy so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Calls a method of the protocol and returns its result. */
  JsonNode call(String method, Map<String, ?> parameters) {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(number, answer);
    try {
      socket
          .sendText(
              JSON.writeValueAsString(Map.of("id", number, "method", method, "params", parameters)),
              true)
          .join();
      JsonNode tree = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (tree.has("error")) {
        throw new IllegalStateException(method + ": " + tree.get("error"));
      }
      return tree.path("result");
    } catch (Exception e) {
      throw new IllegalStateException(method + " fails.", e);
    }
  }

  /** Returns the value of an expression, which may be a promise. */
  JsonNode value(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  String text(String expression) {
    return value(expression).asText();
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!value("Boolean(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            expression
                + " does not become true; the page shows: "
                + text("document.body.innerText"));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Opens an address and waits until its heading is shown. */
  void open(String address) {
    call("Page.navigate", Map.of("url", address));
    await("document.readyState === 'complete' && document.querySelector('h1')");
  }

  /** Goes to a place within the page, such as {@code /study/name/trials}. */
  void go(String place) {
    value("location.hash = " + quoted(place) + "; 0");
  }

  /** Waits until a tab of a study is open, and has an element that a CSS selector finds. */
  void awaitTab(String tab, String selector) {
    await(
        "document.querySelector('.tabs [aria-current]')?.dataset.tab === %s && document.querySelector(%s)"
            .formatted(quoted(tab), quoted(selector)));
  }

  /** Clicks on the first element that a CSS selector finds, once it is there. */
  void click(String selector) {
    await("document.querySelector(" + quoted(selector) + ")");
    value("document.querySelector(" + quoted(selector) + ").click()");
  }

  /** Presses the mouse on the element that an expression names, and holds it. */
  void hold(String element) {
    JsonNode place =
        value(
            "(() => { const box = "
                + element
                + ".getBoundingClientRect();"
                + " return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()");
    held = Map.of("x", place.get("x").asDouble(), "y", place.get("y").asDouble());
    mouse("mousePressed");
  }

  /** Lets the mouse go where it was pressed. */
  void release() {
    mouse("mouseReleased");
  }

  private void mouse(String type) {
    Map<String, Object> event = new HashMap<>(held);
    event.putAll(Map.of("type", type, "button", "left", "clickCount", 1));
    call("Input.dispatchMouseEvent", event);
  }

  /** Presses a key, such as {@code Tab} or {@code Enter}. */
  void press(String key) {
    int code = key.equals("Tab") ? 9 : 13;
    String text = key.equals("Enter") ? "\r" : "";
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
    }
  }

  /** Types text into the element that has the focus. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Sets the size of the window and the color scheme. */
  void appear(int width, int height, boolean dark) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
