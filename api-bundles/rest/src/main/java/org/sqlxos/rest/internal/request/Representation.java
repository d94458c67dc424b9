package org.sqlxos.rest.internal.request;

import java.util.List;

/** The ways in which rows are written, in the order in which they are preferred. */
public enum Representation {
  /** RFC 8259: an object with the rows and the page they are. */
  JSON("application/json", "json"),
  /** A row a line. */
  NDJSON("application/x-ndjson", "ndjson"),
  /** RFC 4180. */
  CSV("text/csv", "csv"),
  /** ECMA-376: a workbook with one sheet. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** One value as it is. */
  OCTETS("application/octet-stream", "bin");

  /** Where a request is answered with something else than a list of rows. */
  public static final List<Representation> JSON_ONLY = List.of(JSON);

  /** Where a list of rows is read. */
  public static final List<Representation> LIST = List.of(JSON, NDJSON, CSV, XLSX);

  /** Where one binary value is read. */
  public static final List<Representation> OCTETS_ONLY = List.of(OCTETS);

  /** Where nothing is answered that has a representation. */
  public static final List<Representation> ALL = List.of(values());

  private final String mediaType;
  private final String extension;

  Representation(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The media type with what has to be said of the characters: JSON is UTF-8 by itself. */
  public String contentType() {
    return this == CSV ? mediaType + "; charset=utf-8" : mediaType;
  }

  /** What the name of a file ends with that holds it, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether it says which page of the list its rows are. The others are all rows of the list. */
  public boolean paged() {
    return this == JSON;
  }
}
