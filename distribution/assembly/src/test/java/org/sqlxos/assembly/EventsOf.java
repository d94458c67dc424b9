package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sqlxos.testkit.await.Await;

/** A stream of server-sent events, read as it comes; fields as WHATWG HTML, 9.2.6, says. */
final class EventsOf implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final InputStream body;
  private volatile boolean ended;

  record Event(String name, String id, JsonNode data) {

    String key() {
      return data.at("/key/id").asText();
    }

    @Override
    public String toString() {
      return name + " " + data;
    }
  }

  private EventsOf(URI uri, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Accept", "text/event-stream").timeout(LIMIT);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      body = response.body();
      assertEquals(200, response.statusCode(), () -> read(body));
      assertEquals("text/event-stream", response.headers().firstValue("Content-Type").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  /** Listens, and returns once the stream has begun. */
  static EventsOf at(URI uri, String... headers) {
    EventsOf stream = new EventsOf(uri, headers);
    stream.await(event -> event.name().equals("listening"));
    return stream;
  }

  private static String read(InputStream body) {
    try {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private void read() {
    String name = "";
    String id = "";
    try (Stream<String> lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, id, JSON.readTree(line.substring(6))));
        }
      }
    } catch (UncheckedIOException | IOException e) {
      // Closed, by this side or the other.
    } finally {
      ended = true;
    }
  }

  /** The first event that is meant, waiting for it. */
  Event await(Predicate<Event> wanted) {
    Await.until("an event", LIMIT, () -> List.copyOf(events), all -> all.stream().anyMatch(wanted));
    return events.stream().filter(wanted).findFirst().orElseThrow();
  }

  Event await(String name, String key) {
    return await(event -> event.name().equals(name) && event.key().equals(key));
  }

  /** The first one, which says how changes are known. */
  Event first() {
    return events.getFirst();
  }

  void awaitEnd() {
    Await.until("the stream ends", LIMIT, () -> ended);
  }

  /** All that have come, without the first, which says that there will be some. */
  List<Event> all() {
    return events.subList(1, events.size());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
