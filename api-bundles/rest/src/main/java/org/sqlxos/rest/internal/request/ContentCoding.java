package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How bodies are compressed, in the order in which it is preferred. */
public enum ContentCoding {
  /** RFC 8878. Left out where the node has no library for it. */
  ZSTD,
  /** RFC 1952. */
  GZIP,
  /** As they are. */
  IDENTITY;

  private static final List<ContentCoding> COMPRESSING =
      Stream.of(ZSTD, GZIP).filter(ContentCoding::available).toList();

  /** As headers name it. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean available() {
    if (this != ZSTD) {
      return true;
    }
    try {
      Class.forName("com.github.luben.zstd.ZstdOutputStream", false, getClass().getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * The coding that a caller likes best; who does not ask for one gets none, though RFC 9110 would
   * allow it.
   *
   * @param acceptEncoding the values of the Accept-Encoding headers
   */
  static ContentCoding negotiate(List<String> acceptEncoding) {
    if (acceptEncoding.isEmpty()) {
      return IDENTITY;
    }
    String[] wishes = String.join(",", acceptEncoding).split(",", -1);
    ContentCoding best = IDENTITY;
    double bestQuality = 0;
    for (ContentCoding candidate : COMPRESSING) {
      double quality = candidate.quality(wishes);
      if (quality > bestQuality) {
        best = candidate;
        bestQuality = quality;
      }
    }
    return best;
  }

  private double quality(String[] wishes) {
    double quality = 0;
    boolean named = false;
    for (String wish : wishes) {
      String coding = MediaTypes.essence(wish);
      if (coding.equals(token())) {
        quality = MediaTypes.quality(wish);
        named = true;
      } else if (coding.equals("*") && !named) {
        quality = MediaTypes.quality(wish);
      }
    }
    return quality;
  }
}
