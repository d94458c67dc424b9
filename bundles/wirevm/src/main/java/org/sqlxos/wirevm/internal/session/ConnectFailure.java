package org.sqlxos.wirevm.internal.session;

import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.ConnectFault;

/** What people are told when a connection cannot be made. */
final class ConnectFailure {

  private ConnectFailure() {}

  /**
   * @param detail what the pack adds; may be empty
   */
  static ProblemException of(ConnectFault fault, String detail) {
    String more = detail.isEmpty() ? "" : ": " + detail;
    return switch (fault) {
      case URL ->
          WireProblem.URL_REFUSED.problem(
              "The URL has a parameter with an unknown value" + more,
              "The pack's README lists what its parameters take.");
      case TLS_REFUSED ->
          WireProblem.TLS_REFUSED.problem(
              "The server does not speak TLS" + more,
              "Turn TLS on in the server, or allow to go without with sslmode=disable.");
      case AUTHENTICATION ->
          WireProblem.AUTHENTICATION.problem(
              "The server refuses this user or password" + more,
              "Check user and password in the URL, and who may connect.");
      case AUTHENTICATION_UNSUPPORTED ->
          WireProblem.AUTHENTICATION_UNSUPPORTED.problem(
              "The server demands a way to authenticate that the wire pack does not speak" + more,
              "Let the user authenticate in a way that the pack's README lists.");
      case SERVER_NOT_PROVEN ->
          WireProblem.SERVER_NOT_PROVEN.problem(
              "The server did not prove that it knows the password" + more,
              "Somebody else may answer in its place: check the address, and use TLS.");
      case VERSION_UNSUPPORTED ->
          WireProblem.VERSION_UNSUPPORTED.problem(
              "The server's version is not one that the wire pack speaks with" + more,
              "The pack's README lists the versions.");
      case REFUSED ->
          WireProblem.CONNECT_REFUSED.problem(
              "The server refuses the connection" + more, "Look into the server's log.");
      case NOT_THIS_PROTOCOL ->
          WireProblem.NOT_THIS_PROTOCOL.problem(
              "What answers there speaks another protocol" + more,
              "Check scheme, host and port of the URL.");
    };
  }
}
