package org.sqlxos.wirevm.internal.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

class HttpStreamsTest {

  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final HttpBodies BODIES =
      new HttpBodies(
          Optional.of(new HttpBodies.Failure("Oops ", Pattern.compile("Oops \\d+: [^\t]*"))));

  /** Gives so many bytes at a time. */
  private static InputStream dripping(String text, int step) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] to, int offset, int length) {
        return super.read(to, offset, Math.min(step, length));
      }
    };
  }

  private static List<String> frames(String answer, int step) throws IOException {
    return frames(answer, step, 1000);
  }

  private static List<String> frames(String answer, int step, int most) throws IOException {
    HttpStreams streams =
        HttpStreams.over(BODIES, most, dripping(answer, step), OutputStream.nullOutputStream());
    FrameInput input = new FrameInput(streams.input(), most);
    List<String> frames = new ArrayList<>();
    try {
      while (true) {
        input.read(HttpBodies.framing());
        frames.add(shown(input));
      }
    } catch (EOFException end) {
      frames.add(end.getMessage().contains("middle") ? "cut" : "closed");
    }
    return frames;
  }

  private static String shown(FrameInput input) {
    int from = input.bodyStart();
    String tag = Character.toString(input.tag());
    if (input.tag() == HttpBodies.HEAD) {
      return tag + ((input.array()[from] & 0xff) << 8 | input.array()[from + 1] & 0xff);
    }
    if (input.tag() == HttpBodies.END) {
      return tag + input.array()[from];
    }
    return tag + new String(input.array(), from, input.bodyEnd() - from, UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 10_000})
  void linesAreFramesWhereverTheChunksEnd(int step) throws IOException {
    assertEquals(
        List.of("H200", "La\tb", "L", "Llonger", "Llast", "E0", "H200", "L2", "E0", "closed"),
        frames(
            CHUNKED
                + "3\r\na\tb\r\n2;x=y\r\n\n\n\r\n4\r\nlong\r\n7\r\ner\nlast\r\n0\r\n\r\n"
                + "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n2\n",
            step));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void theBodyOfARefusalIsWhole(int step) throws IOException {
    assertEquals(
        List.of("H404", "Bno\nsuch\nthing", "E0", "H204", "E0", "closed"),
        frames(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 13\r\n\r\n"
                + "no\nsuch\nthingHTTP/1.1 204 No Content\r\n\r\n",
            step));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void aLastLineMaySayThatItFailed(int step) throws IOException {
    assertEquals(
        List.of("H200", "La", "FOops 7: no", "E0", "closed"),
        frames(CHUNKED + "d\r\na\nOops 7: no\n\r\n0\r\n\r\n", step));
    assertEquals(
        List.of("H200", "LOops 7: no", "Lb", "E0", "closed"),
        frames(CHUNKED + "d\r\nOops 7: no\nb\n\r\n0\r\n\r\n", step),
        "a line that others follow is a row");
    assertEquals(
        List.of("H200", "LOops 7: no\tb", "E0", "closed"),
        frames(CHUNKED + "d\r\nOops 7: no\tb\n\r\n0\r\n\r\n", step));
  }

  @Test
  void whoBreaksOffBehindSuchALineHasSaidWhy() throws IOException {
    assertEquals(
        List.of("H200", "La", "FOops 7: no", "E1", "closed"),
        frames(CHUNKED + "ff\r\na\nOops 7: no\n", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na\nb",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na\nb",
        "HTTP/1.1 200 OK\r\nConte"
      })
  void anAnswerWithoutItsEndIsNoAnswer(String answer) throws IOException {
    assertEquals("cut", frames(answer, 3).getLast());
  }

  @Test
  void aBodyWithoutLengthEndsWithTheConnection() throws IOException {
    assertEquals(
        List.of("H200", "La", "Lb", "E1", "closed"), frames("HTTP/1.0 200 OK\r\n\r\na\nb", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
      })
  void anotherProtocolIsTold(String answer) {
    ProblemException problem = assertThrows(ProblemException.class, () -> frames(answer, 1));
    assertEquals(WireProblem.NOT_THIS_PROTOCOL, problem.problem().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nfolded\r\n: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
      })
  void whatMakesNoSenseIsRefused(String answer) {
    ProblemException problem = assertThrows(ProblemException.class, () -> frames(answer, 1));
    assertEquals(WireProblem.MALFORMED, problem.problem().code());
  }

  @Test
  void noLineIsLongerThanIsAllowed() {
    String head = "HTTP/1.1 200 OK\r\n\r\n";
    for (String answer :
        List.of(
            head + "x".repeat(200),
            "HTTP/1.1 500 No\r\n\r\n" + "x\n".repeat(200),
            "HTTP/1.1 200 OK\r\nA: " + "x".repeat(70_000))) {
      ProblemException problem =
          assertThrows(ProblemException.class, () -> frames(answer, 50, 100));
      assertEquals(WireProblem.FRAME_TOO_LONG, problem.problem().code());
    }
  }

  @Test
  void aRequestSaysHowLongItsBodyIs() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    HttpStreams streams = HttpStreams.over(BODIES, 100, InputStream.nullInputStream(), sent);
    FrameOutput frame = new FrameOutput(16);
    for (String request : List.of("POST / HTTP/1.1\r\nA: b\r\n\r\né\r\n\r\n!", "GET / X\r\n\r\n")) {
      int at = frame.skip(HttpBodies.HEADER_BYTES);
      frame.setIntBig(at + 1, frame.putUtf8(request));
    }
    streams.output().write(frame.array(), 0, frame.size());
    assertEquals(
        "POST / HTTP/1.1\r\nA: b\r\nContent-Length: 7\r\n\r\né\r\n\r\n!"
            + "GET / X\r\nContent-Length: 0\r\n\r\n",
        sent.toString(UTF_8));
  }
}
