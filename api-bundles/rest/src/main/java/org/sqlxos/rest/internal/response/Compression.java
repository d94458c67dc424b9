package org.sqlxos.rest.internal.response;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.sqlxos.rest.internal.request.ContentCoding;

/** Compresses what flows. */
final class Compression {

  /** Less is not made smaller by it, or not by enough to be worth it. */
  static final int WORTHWHILE_BYTES = 1_024;

  private static final int BUFFER_BYTES = 8_192;

  private Compression() {}

  static OutputStream of(ContentCoding coding, OutputStream out) throws IOException {
    return switch (coding) {
      case IDENTITY -> out;
      case GZIP -> new Gzip(out);
      case ZSTD -> Zstandard.of(out);
    };
  }

  /** Of its own, so that its library is only asked for where it is there. */
  private static final class Zstandard {
    static OutputStream of(OutputStream out) throws IOException {
      return new ZstdOutputStream(out);
    }
  }

  /** Faster than the default, and hardly larger. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED + 3);
    }
  }
}
