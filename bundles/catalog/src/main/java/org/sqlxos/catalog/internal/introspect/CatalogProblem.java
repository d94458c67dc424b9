package org.sqlxos.catalog.internal.introspect;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** Why a database cannot be described. */
enum CatalogProblem implements ProblemCode {
  /** The pack has no statement for a question that has to be answered. */
  STATEMENT_MISSING("SQLX200", "The pack cannot describe the database"),
  /** A statement of the pack brings rows of another shape than its question has. */
  ANSWER_UNKNOWN("SQLX201", "The pack describes the database wrongly");

  private final String code;
  private final String title;

  CatalogProblem(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 500;
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
