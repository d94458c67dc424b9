package org.sqlxos.security.internal.problem;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** Why somebody is not let in, or may not do something. */
public enum SecurityProblem implements ProblemCode {
  CREDENTIALS_NEEDED("SQLX310", 401, "Credentials needed"),
  TOKEN_MALFORMED("SQLX311", 401, "Token cannot be read"),
  TOKEN_REFUSED("SQLX312", 401, "Token not trusted"),
  TOKEN_EXPIRED("SQLX313", 401, "Token expired"),
  TOKEN_NOT_YET_VALID("SQLX314", 401, "Token not valid yet"),
  TOKEN_FOR_OTHERS("SQLX315", 401, "Token made by or for others"),
  API_KEY_REFUSED("SQLX316", 401, "API key not known"),
  CREDENTIALS_AMBIGUOUS("SQLX317", 400, "Two credentials in one request"),
  NO_RIGHTS("SQLX320", 403, "Nothing is permitted"),
  NOT_PERMITTED("SQLX321", 403, "Not permitted"),
  NAME_UNKNOWN("SQLX322", 400, "Unknown name"),
  COLUMN_NOT_WRITABLE("SQLX323", 422, "Column cannot be written"),
  ROW_NOT_SEEN("SQLX324", 422, "Referred row does not exist"),
  ROW_REFUSED("SQLX326", 403, "Row may not be written"),
  TOO_MUCH("SQLX325", 422, "More than this caller may ask for"),
  TOO_MANY_REQUESTS("SQLX330", 429, "Too many requests"),
  TOO_MANY_FAILURES("SQLX331", 429, "Too many refused credentials"),
  KEYS_AWAY("SQLX332", 503, "Keys for tokens are not at hand"),
  POLICY_INVALID("SQLX340", 500, "Policy cannot be used"),
  KEYS_INVALID("SQLX341", 500, "Keys cannot be used");

  private final String code;
  private final int status;
  private final String title;

  SecurityProblem(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Fault fault() {
    return switch (this) {
      case TOO_MUCH, TOO_MANY_REQUESTS, TOO_MANY_FAILURES -> Fault.LIMIT;
      case KEYS_AWAY, POLICY_INVALID, KEYS_INVALID -> Fault.NODE;
      case CREDENTIALS_NEEDED,
          TOKEN_MALFORMED,
          TOKEN_REFUSED,
          TOKEN_EXPIRED,
          TOKEN_NOT_YET_VALID,
          TOKEN_FOR_OTHERS,
          API_KEY_REFUSED,
          CREDENTIALS_AMBIGUOUS,
          NO_RIGHTS,
          NOT_PERMITTED,
          NAME_UNKNOWN,
          COLUMN_NOT_WRITABLE,
          ROW_NOT_SEEN,
          ROW_REFUSED ->
          Fault.CALLER;
    };
  }

  @Override
  public boolean retryable() {
    return status == 429 || status == 503;
  }

  @Override
  public String title() {
    return title;
  }
}
