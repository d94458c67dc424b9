package org.sqlxos.start.api;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/**
 * Why a node does not start. Nobody is answered over HTTP with these: a launcher shows the detail
 * and ends.
 */
public enum StartProblem implements ProblemCode {
  CONFIGURATION_UNREADABLE("SQLX001", "The configuration cannot be read"),
  UNKNOWN_KEY("SQLX002", "The configuration has an unknown key"),
  WRONG_VALUE("SQLX003", "A value of the configuration is wrong"),
  MISSING_KEY("SQLX004", "The configuration lacks a key"),
  PORT_IN_USE("SQLX010", "The port is in use"),
  DATA_IN_USE("SQLX011", "The data folder is in use"),
  BUNDLES_MISSING("SQLX012", "The bundles are missing"),
  BUNDLE_FAILED("SQLX013", "A bundle does not start"),
  NO_PACK("SQLX014", "No wire pack speaks this scheme"),
  NO_CATALOG("SQLX015", "The database cannot be introspected"),
  NO_CONVERSATION("SQLX016", "There is no conversation to show");

  private final String code;
  private final String title;

  StartProblem(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 503;
  }

  @Override
  public Fault fault() {
    return Fault.NODE;
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String title() {
    return title;
  }
}
