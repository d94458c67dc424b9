package org.sqlxos.wirevm.internal;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong between the node and a database, apart from broken integrity rules. */
public enum WireProblem implements ProblemCode {
  FILE_MISSING("SQLX600", 503, Fault.NODE, false, "The database file does not exist"),
  NOT_A_DATABASE("SQLX601", 503, Fault.NODE, false, "The file is not a database"),
  NO_PERMISSION("SQLX602", 503, Fault.NODE, false, "The database file must not be read"),
  CANNOT_OPEN("SQLX603", 503, Fault.DATABASE, true, "The database cannot be opened"),
  URL_REFUSED("SQLX604", 500, Fault.NODE, false, "The database URL cannot be used"),
  UNKNOWN_DATABASE("SQLX605", 503, Fault.NODE, true, "The database is not connected"),
  POOL_EXHAUSTED("SQLX606", 503, Fault.LIMIT, true, "All sessions are in use"),
  DATABASE_GONE("SQLX607", 503, Fault.NODE, true, "The database is being disconnected"),
  BUSY("SQLX608", 503, Fault.DATABASE, true, "The database is locked by somebody else"),
  DEADLINE_PASSED("SQLX609", 504, Fault.LIMIT, true, "The statement took too long"),
  CANCELLED("SQLX610", 503, Fault.LIMIT, true, "The statement was cancelled"),
  LOST("SQLX611", 503, Fault.DATABASE, true, "The session with the database is lost"),
  READ_ONLY("SQLX612", 403, Fault.DATABASE, false, "The database is read-only"),
  STATEMENT_REFUSED("SQLX613", 500, Fault.DATABASE, false, "The database refused the statement"),
  SCHEMA_CHANGED("SQLX614", 503, Fault.DATABASE, true, "The schema has just changed"),
  FULL("SQLX615", 507, Fault.DATABASE, true, "The database has no room left"),
  CORRUPT("SQLX616", 500, Fault.DATABASE, false, "The database is damaged"),
  INPUT_OUTPUT("SQLX617", 503, Fault.DATABASE, true, "The database cannot reach its storage"),
  TOO_COMPLEX("SQLX618", 400, Fault.CALLER, false, "The request is too complex"),
  PACK_INVALID("SQLX620", 500, Fault.NODE, false, "The wire pack has faults"),
  DRIVER_UNUSABLE("SQLX621", 500, Fault.NODE, false, "The pack's driver cannot be used"),
  VALUE_UNKNOWN("SQLX622", 500, Fault.NODE, false, "A value has a class that no pack knows"),
  DATABASE_MISCONFIGURED("SQLX623", 500, Fault.NODE, false, "A database is configured wrongly"),
  MALFORMED("SQLX624", 502, Fault.DATABASE, true, "The server sent what its protocol forbids"),
  AUTHENTICATION("SQLX625", 503, Fault.NODE, false, "The server refuses the user"),
  NO_SUCH_DATABASE("SQLX626", 503, Fault.NODE, false, "The server has no such database"),
  UNREACHABLE("SQLX627", 503, Fault.DATABASE, true, "The server cannot be reached"),
  TLS_REFUSED("SQLX628", 503, Fault.NODE, false, "The server does not speak TLS"),
  TLS_FAILED("SQLX629", 503, Fault.NODE, false, "The server's certificate is not trusted"),
  AUTHENTICATION_UNSUPPORTED(
      "SQLX630", 503, Fault.NODE, false, "The server demands an unknown way to authenticate"),
  SERVER_NOT_PROVEN("SQLX631", 503, Fault.DATABASE, false, "The server did not prove itself"),
  VERSION_UNSUPPORTED("SQLX632", 503, Fault.NODE, false, "The server's version is not supported"),
  NOT_THIS_PROTOCOL("SQLX633", 503, Fault.NODE, false, "The server speaks another protocol"),
  FRAME_TOO_LONG("SQLX634", 502, Fault.DATABASE, false, "The server announced too long a message"),
  CONNECT_REFUSED("SQLX635", 503, Fault.DATABASE, true, "The server refuses the connection"),
  TEXT_WITH_ZERO("SQLX636", 422, Fault.CALLER, false, "A text has a character that cannot be sent"),
  CERTIFICATE_EXPIRED(
      "SQLX637", 503, Fault.NODE, false, "The server's certificate is not valid now"),
  CERTIFICATE_OF_ANOTHER("SQLX638", 503, Fault.NODE, false, "The certificate is another server's"),
  NO_TRANSACTION("SQLX650", 500, Fault.NODE, false, "There is no such transaction or savepoint"),
  ISOLATION_UNSUPPORTED("SQLX651", 500, Fault.NODE, false, "The database isolates not so much"),
  SAVEPOINTS_UNSUPPORTED("SQLX652", 500, Fault.NODE, false, "The database has no savepoints"),
  SILENT("SQLX653", 504, Fault.DATABASE, true, "The server fell silent"),
  COPY_UNSUPPORTED("SQLX654", 500, Fault.NODE, false, "The database knows no copy"),
  NO_COPY("SQLX655", 500, Fault.NODE, false, "The statement is no copy in this direction"),
  COPY_SOURCE("SQLX656", 500, Fault.NODE, false, "What was to be copied in cannot be read"),
  COPY_SINK("SQLX657", 500, Fault.NODE, false, "What was copied out cannot be written"),
  NOTIFICATIONS_UNSUPPORTED("SQLX658", 500, Fault.NODE, false, "The database notifies nobody"),
  NOTIFICATIONS_DROPPED("SQLX659", 503, Fault.LIMIT, true, "Notifications were dropped"),
  OUTCOME_UNKNOWN("SQLX660", 503, Fault.DATABASE, false, "Nobody knows whether it was written"),
  NO_SUCH_ROLE("SQLX661", 503, Fault.DATABASE, true, "No server has the role that is asked for"),
  PIPELINES_UNSUPPORTED("SQLX662", 500, Fault.NODE, false, "The database has no pipeline"),
  NOT_PLANNED("SQLX690", 500, Fault.NODE, false, "The operation was not planned"),
  STATEMENT_MALFORMED("SQLX692", 400, Fault.CALLER, false, "The statement cannot be read"),
  WRONG_KIND("SQLX693", 409, Fault.CALLER, false, "The key holds a value of another kind"),
  ELSEWHERE("SQLX694", 503, Fault.NODE, false, "Another server of the cluster has the data"),
  LOADING("SQLX695", 503, Fault.DATABASE, true, "The server is not ready yet"),
  TRANSACTIONS_UNSUPPORTED("SQLX710", 501, Fault.CALLER, false, "The database has no transactions"),
  UNSUPPORTED("SQLX711", 501, Fault.CALLER, false, "The database cannot do this"),
  UNAVAILABLE("SQLX712", 503, Fault.DATABASE, true, "The database is not available now");

  private final String code;
  private final int status;
  private final Fault fault;
  private final boolean retryable;
  private final String title;

  WireProblem(String code, int status, Fault fault, boolean retryable, String title) {
    this.code = code;
    this.status = status;
    this.fault = fault;
    this.retryable = retryable;
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
    return fault;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }

  @Override
  public String title() {
    return title;
  }
}
