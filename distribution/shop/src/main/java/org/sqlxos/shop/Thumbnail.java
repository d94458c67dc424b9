package org.sqlxos.shop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A product's picture: a PNG of 16 by 16 pixels with a mirrored pattern in two colours.
 *
 * <p>Written by hand and not compressed, so that its bytes do not depend on a zlib version. Format:
 * <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>.
 */
final class Thumbnail {

  private static final int SIZE = 16;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int[][] COLORS = {
    {0x1F3A5F, 0xE8EDF3}, {0x7A4E2D, 0xF5EEE6}, {0x2F5D50, 0xE6F0EC}, {0x8C2F39, 0xF8E9EA},
    {0x4B3F72, 0xEDEAF5}, {0x5B6C5D, 0xEFF2EF}, {0xB5651D, 0xFBF1E6}, {0x2B2D42, 0xECECF1}
  };

  private Thumbnail() {}

  static byte[] of(Choice choice) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    // Width, height, bit depth 1, indexed colour, deflate, no filter, no interlace.
    chunk(
        png,
        "IHDR",
        ByteBuffer.allocate(13).putInt(SIZE).putInt(SIZE).put(new byte[] {1, 3, 0, 0, 0}).array());
    chunk(png, "PLTE", palette(COLORS[choice.between(0, COLORS.length - 1)]));
    chunk(png, "IDAT", deflate(pixels(choice)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] palette(int[] colors) {
    ByteBuffer palette = ByteBuffer.allocate(colors.length * 3);
    for (int color : colors) {
      palette.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
    }
    return palette.array();
  }

  /** A row is a filter byte and 16 pixels of one bit; two rows show one line of the pattern. */
  private static byte[] pixels(Choice choice) {
    ByteBuffer rows = ByteBuffer.allocate(SIZE * 3);
    for (int line = 0; line < SIZE / 2; line++) {
      int left = 0;
      for (int cell = 0; cell < 4; cell++) {
        left = left << 2 | (choice.chance(0.5) ? 0b11 : 0);
      }
      byte right = (byte) (Integer.reverse(left) >>> 24);
      for (int twice = 0; twice < 2; twice++) {
        rows.put((byte) 0).put((byte) left).put(right);
      }
    }
    return rows.array();
  }

  private static byte[] deflate(byte[] data) {
    try (Deflater deflater = new Deflater(Deflater.NO_COMPRESSION)) {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[data.length + 64];
      int length = deflater.deflate(buffer);
      return java.util.Arrays.copyOf(buffer, length);
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
