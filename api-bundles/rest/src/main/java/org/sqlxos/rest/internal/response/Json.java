package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;

/** How JSON is written here. */
public final class Json {

  // A generator that is closed after a failure must not complete the document: a caller has to see
  // that it broke off. Buffers are pooled for all threads, since virtual threads live too short.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();

  private Json() {}

  /** A generator of UTF-8. Closing it hands on what it holds and leaves {@code out} open. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out);
  }
}
