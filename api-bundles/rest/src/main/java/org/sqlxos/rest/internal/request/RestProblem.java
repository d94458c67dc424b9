package org.sqlxos.rest.internal.request;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** The problems that REST itself finds, before or beside the pipeline. */
public enum RestProblem implements ProblemCode {
  MALFORMED_PATH("SQLX100", 400, "Path cannot be read"),
  RELATION_UNKNOWN("SQLX101", 404, "No such table or view"),
  ROW_NOT_FOUND("SQLX102", 404, "No such row"),
  RELATIONSHIP_UNKNOWN("SQLX103", 404, "No such relationship"),
  DATABASE_UNKNOWN("SQLX104", 404, "No such database"),
  NO_DATABASE("SQLX105", 503, "No database is connected"),
  METHOD_NOT_ALLOWED("SQLX106", 405, "Method not allowed here"),
  NOT_ACCEPTABLE("SQLX107", 406, "No acceptable representation"),
  MEDIA_TYPE_UNSUPPORTED("SQLX108", 415, "Media type not supported"),
  BODY_TOO_LARGE("SQLX109", 413, "Body too large"),
  MALFORMED_BODY("SQLX110", 400, "Body is not the JSON expected"),
  MEMBER_REPEATED("SQLX111", 400, "Member repeated in a JSON object"),
  BULK_ROWS_DIFFER("SQLX112", 400, "Rows of one request differ"),
  KEY_DIFFERS("SQLX113", 422, "Key in the body differs from the path"),
  MALFORMED_KEY("SQLX114", 400, "Key does not fit the table"),
  NO_IDENTITY("SQLX115", 404, "Rows have no key"),
  PATH_UNKNOWN("SQLX116", 404, "Nothing at this path"),
  RELATED_UNKNOWN("SQLX117", 400, "No such related rows"),
  RELATED_AMBIGUOUS("SQLX118", 400, "Several ways lead to the related rows"),
  TOO_MUCH_RELATED("SQLX119", 400, "Too many related rows inside rows"),
  PARAMETER_UNKNOWN("SQLX120", 400, "Unknown query parameter"),
  PARAMETER_REPEATED("SQLX121", 400, "Query parameter repeated"),
  PARAMETER_INVALID("SQLX122", 400, "Query parameter out of bounds"),
  COLUMN_UNKNOWN("SQLX123", 400, "Unknown column"),
  OPERATOR_UNKNOWN("SQLX124", 400, "Unknown operator in a filter"),
  MALFORMED_FILTER("SQLX125", 400, "Filter cannot be read"),
  TOO_MANY_CONDITIONS("SQLX126", 400, "Too many conditions"),
  FILTER_TOO_DEEP("SQLX127", 400, "Filter nested too deep"),
  MALFORMED_QUERY("SQLX128", 400, "Query string cannot be read"),
  EXPORT_TOO_LARGE("SQLX129", 422, "More than the format can hold"),
  MALFORMED_REQUEST("SQLX130", 400, "Request cannot be read"),
  URI_TOO_LONG("SQLX131", 414, "Path and query too long"),
  HEADERS_TOO_LARGE("SQLX132", 431, "Request headers too large"),
  REQUEST_TIMEOUT("SQLX133", 408, "Request did not arrive in time"),
  EXPECTATION_UNKNOWN("SQLX134", 417, "Expectation cannot be met"),
  VERSION_UNSUPPORTED("SQLX135", 505, "HTTP version not supported"),
  FILTER_REQUIRED("SQLX136", 400, "A change of many rows needs a filter"),
  TOO_MANY_AFFECTED("SQLX137", 422, "More rows would change than allowed"),
  PREFERENCE_INVALID("SQLX138", 400, "Preference cannot be met"),
  PRECONDITION_FAILED("SQLX139", 412, "The row is not as expected"),
  STOPPING("SQLX140", 503, "REST is being stopped"),
  NO_PIPELINE("SQLX141", 503, "No pipeline is running"),
  REFERENCE_GIVEN("SQLX143", 422, "A reference is given twice"),
  TOO_MANY_STATEMENTS("SQLX144", 422, "Too much for one request"),
  KEY_GENERATED("SQLX145", 409, "The database gives the key"),
  OPERATION_INVALID("SQLX146", 400, "An operation of the list cannot be read"),
  KEY_REUSED("SQLX147", 422, "Idempotency key used for another request"),
  KEY_IN_USE("SQLX148", 409, "A request with this idempotency key is under way"),
  NESTED_TOO_DEEP("SQLX149", 400, "Rows nested too deep"),
  ROUTINE_UNKNOWN("SQLX170", 404, "No such function"),
  ROUTINE_AMBIGUOUS("SQLX171", 400, "Several functions take these arguments"),
  TOO_MANY_WATCHED("SQLX173", 422, "More rows than are compared"),
  TOO_MANY_STREAMS("SQLX174", 503, "No place for another stream"),
  CALLS_UNSUPPORTED("SQLX172", 501, "The database has no functions to call"),
  VALUE_ABSENT("SQLX178", 404, "No value there"),
  RANGE_UNSATISFIABLE("SQLX179", 416, "Range outside of the value"),
  NO_GATE("SQLX191", 503, "No gate is open"),
  INTERNAL("SQLX190", 500, "Internal error");

  private final String code;
  private final int status;
  private final String title;

  RestProblem(String code, int status, String title) {
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
      case BODY_TOO_LARGE,
          TOO_MANY_CONDITIONS,
          FILTER_TOO_DEEP,
          TOO_MUCH_RELATED,
          EXPORT_TOO_LARGE,
          TOO_MANY_AFFECTED,
          NESTED_TOO_DEEP,
          TOO_MANY_STATEMENTS,
          TOO_MANY_WATCHED,
          TOO_MANY_STREAMS,
          URI_TOO_LONG,
          HEADERS_TOO_LARGE ->
          Fault.LIMIT;
      case NO_DATABASE -> Fault.DATABASE;
      case STOPPING, NO_PIPELINE, NO_GATE, INTERNAL -> Fault.NODE;
      case MALFORMED_PATH,
          RELATION_UNKNOWN,
          ROUTINE_UNKNOWN,
          ROUTINE_AMBIGUOUS,
          CALLS_UNSUPPORTED,
          ROW_NOT_FOUND,
          RELATIONSHIP_UNKNOWN,
          DATABASE_UNKNOWN,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          MEDIA_TYPE_UNSUPPORTED,
          MALFORMED_BODY,
          MEMBER_REPEATED,
          BULK_ROWS_DIFFER,
          KEY_DIFFERS,
          MALFORMED_KEY,
          NO_IDENTITY,
          PATH_UNKNOWN,
          RELATED_UNKNOWN,
          RELATED_AMBIGUOUS,
          PARAMETER_UNKNOWN,
          PARAMETER_REPEATED,
          PARAMETER_INVALID,
          COLUMN_UNKNOWN,
          OPERATOR_UNKNOWN,
          MALFORMED_FILTER,
          MALFORMED_QUERY,
          MALFORMED_REQUEST,
          REQUEST_TIMEOUT,
          EXPECTATION_UNKNOWN,
          VERSION_UNSUPPORTED,
          FILTER_REQUIRED,
          PREFERENCE_INVALID,
          PRECONDITION_FAILED,
          REFERENCE_GIVEN,
          KEY_GENERATED,
          OPERATION_INVALID,
          KEY_REUSED,
          KEY_IN_USE,
          VALUE_ABSENT,
          RANGE_UNSATISFIABLE ->
          Fault.CALLER;
    };
  }

  @Override
  public boolean retryable() {
    return status == 503 || this == REQUEST_TIMEOUT || this == KEY_IN_USE;
  }

  @Override
  public String title() {
    return title;
  }
}
