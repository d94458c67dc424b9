package org.sqlxos.wirevm.internal.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;

class CompressedStreamsTest {

  private static final Fixed SHORT = new Fixed(2, false, false);
  private static final Framing FRAMES = new Framing("", 3, 0, SHORT, 0, -1, 2, 0);

  /** Two bytes of length, one of number, two of plain length; at most 65,535 bytes a piece. */
  private static final Compression PIECES =
      new Compression(5, new Compression.Part(0, SHORT), new Compression.Part(3, SHORT), 2, 10);

  private static CompressedStreams streams(byte[] in, OutputStream out) {
    return CompressedStreams.over(PIECES, FRAMES, new ByteArrayInputStream(in), out);
  }

  private static byte[] frame(int sequence, int length) {
    byte[] frame = new byte[3 + length];
    frame[0] = (byte) (length >> 8);
    frame[1] = (byte) length;
    frame[2] = (byte) sequence;
    return frame;
  }

  private static byte[] piece(int announced, byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[5 + 2 * plain.length + 20];
    int length = deflater.deflate(packed, 5, packed.length - 5);
    deflater.end();
    packed[0] = (byte) (length >> 8);
    packed[1] = (byte) length;
    packed[3] = (byte) (announced >> 8);
    packed[4] = (byte) announced;
    return java.util.Arrays.copyOf(packed, 5 + length);
  }

  private static ProblemException reading(byte[] pieces) {
    InputStream in = streams(pieces, OutputStream.nullOutputStream()).input();
    return assertThrows(ProblemException.class, in::readAllBytes);
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll @Size(max = 10_000) byte[] content) throws IOException {
    byte[] frame = frame(0, content.length);
    System.arraycopy(content, 0, frame, 3, content.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    streams(new byte[0], out).output().write(frame);

    assertArrayEquals(frame, streams(out.toByteArray(), out).input().readAllBytes());
  }

  @Test
  void eachOperationIsAPieceWithTheNumberZero() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] two = new byte[8];
    System.arraycopy(frame(0, 1), 0, two, 0, 4);
    System.arraycopy(frame(0, 1), 0, two, 4, 4);
    streams(new byte[0], out).output().write(two);

    assertArrayEquals(
        new byte[] {0, 4, 0, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0}, out.toByteArray());
  }

  @Test
  void anAnswerToAnAnswerGoesOnCounting() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CompressedStreams streams = streams(new byte[] {0, 1, 6, 0, 0, 42}, out);
    assertEquals(42, streams.input().read());
    streams.output().write(frame(4, 0));

    assertArrayEquals(new byte[] {0, 3, 7, 0, 0, 0, 0, 4}, out.toByteArray());
  }

  @Test
  void neverGivesMoreOrLessThanAPieceAnnounces() {
    assertEquals(WireProblem.MALFORMED, reading(piece(10, new byte[60_000])).problem().code());
    assertEquals(WireProblem.MALFORMED, reading(piece(10, new byte[9])).problem().code());
    assertEquals(
        WireProblem.MALFORMED, reading(new byte[] {0, 3, 0, 0, 9, 1, 2, 3}).problem().code());
  }

  @Test
  void aPieceThatIsCutOffIsAnEnd() {
    byte[] whole = piece(50, new byte[50]);
    for (int length = 1; length < whole.length; length++) {
      InputStream in =
          streams(java.util.Arrays.copyOf(whole, length), OutputStream.nullOutputStream()).input();
      assertThrows(IOException.class, in::readAllBytes);
    }
  }
}
