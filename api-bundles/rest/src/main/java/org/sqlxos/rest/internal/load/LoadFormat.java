package org.sqlxos.rest.internal.load;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which rows stream in. */
public enum LoadFormat {
  /** RFC 4180, with a header. */
  CSV("text/csv"),
  /** A JSON object on each line. */
  NDJSON("application/x-ndjson");

  private final String mediaType;

  LoadFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * That of a body.
   *
   * @param essence a media type without parameters, in lower case
   */
  public static Optional<LoadFormat> of(String essence) {
    return Arrays.stream(values()).filter(format -> format.mediaType.equals(essence)).findFirst();
  }
}
