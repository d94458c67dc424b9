package org.sqlxos.rest.internal.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private static Event event(long number, int bytes) {
    return new Event(number, new byte[bytes]);
  }

  @Test
  void givesOutWhatCameInItsOrder() throws InterruptedException {
    EventQueue queue = new EventQueue();
    queue.offer(event(1, 3));
    queue.offer(event(2, 5));
    assertEquals(3, queue.poll(Duration.ZERO).orElseThrow().length);
    assertEquals(5, queue.poll(Duration.ZERO).orElseThrow().length);
    assertTrue(queue.poll(Duration.ZERO).isEmpty());
    assertFalse(queue.ended());
  }

  @Test
  void endsWhereTooManyEventsWait() throws InterruptedException {
    EventQueue queue = new EventQueue();
    for (int i = 0; i < 1_000; i++) {
      queue.offer(event(i, 1));
    }
    assertFalse(queue.ended());
    queue.offer(event(1_001, 1));
    assertTrue(queue.ended());
    assertTrue(queue.poll(Duration.ofSeconds(30)).isEmpty());
  }

  @Test
  void endsWhereTooManyBytesWaitButTakesALargeEventAlone() throws InterruptedException {
    EventQueue queue = new EventQueue();
    queue.offer(event(1, 3 << 20));
    assertEquals(3 << 20, queue.poll(Duration.ZERO).orElseThrow().length);
    queue.offer(event(2, 1 << 19));
    queue.offer(event(3, 1 << 19));
    assertFalse(queue.ended());
    queue.offer(event(4, 1));
    assertTrue(queue.ended());
  }

  @Test
  void anEventIsOneLineOfData() {
    byte[] json = "{\"a\":\n\r1}".getBytes(StandardCharsets.UTF_8);
    Event event = Event.of("x-1", 1, Event.Kind.UPDATE, json);
    assertEquals(
        "event: update\nid: x-1\ndata: {\"a\":  1}\n\n",
        new String(event.frame(), StandardCharsets.UTF_8));
  }
}
