package org.sqlxos.benchmarks.rest.work;

/**
 * One request.
 *
 * @param path with its query; no blank in it
 * @param body JSON without a line break; empty if there is none
 */
public record Request(String method, String path, String body) {

  public static Request get(String path) {
    return new Request("GET", path, "");
  }

  /** As the load script reads it. */
  public String line() {
    return method + " " + path + " " + body;
  }
}
