package org.sqlxos.wirevm.internal.session;

import org.sqlxos.wirevm.internal.protocol.Variables;

/** The variables by which the engine and a pack talk to each other. */
final class Places {
  final int statementText;
  final int statementName;
  final int[] statement;
  final int columnType;
  final int columnName;
  final int parameterType;
  final int affectedRows;
  final int generatedKey;
  final int errorCode;
  final int errorState;
  final int errorMessage;
  final int noticeSeverity;
  final int noticeState;
  final int noticeMessage;
  final int notificationChannel;
  final int notificationPayload;
  final int notificationProcess;
  final int reply;
  final int program;
  final int requestNumber;
  final int transactionNumber;
  final int transactionFirst;
  final int scheme;
  final int copyData;
  final int user;
  final int password;
  final int database;
  final int host;
  final int tlsWanted;
  final int tlsRequired;
  final int tlsOn;
  final int tlsEndpoint;
  final int tlsProtocol;
  final int cancelling;
  final int rowsUnwanted;
  final int[] backend;
  final int[] cancelled;

  Places(Variables variables) {
    statementText = variables.place("statement.text");
    statementName = variables.place("statement.name");
    columnType = variables.place("column.type");
    columnName = variables.place("column.name");
    parameterType = variables.place("parameter.type");
    affectedRows = variables.place("affectedRows");
    generatedKey = variables.place("generatedKey");
    errorCode = variables.place("error.code");
    errorState = variables.place("error.state");
    errorMessage = variables.place("error.message");
    noticeSeverity = variables.place("notice.severity");
    noticeState = variables.place("notice.state");
    noticeMessage = variables.place("notice.message");
    notificationChannel = variables.place("notification.channel");
    notificationPayload = variables.place("notification.payload");
    notificationProcess = variables.place("notification.process");
    reply = variables.place("reply");
    program = variables.place("program");
    requestNumber = variables.place("request.number");
    transactionNumber = variables.place("transaction.number");
    transactionFirst = variables.place("transaction.first");
    scheme = variables.place("url.scheme");
    copyData = variables.place("copy.data");
    user = variables.place("url.user");
    password = variables.place("url.password");
    database = variables.place("url.database");
    host = variables.place("url.host");
    tlsWanted = variables.place("tls.wanted");
    tlsRequired = variables.place("tls.required");
    tlsOn = variables.place("tls.on");
    tlsEndpoint = variables.place("tls.endpoint");
    tlsProtocol = variables.place("tls.protocol");
    cancelling = variables.place("cancelling");
    rowsUnwanted = variables.place("rows.unwanted");
    backend = variables.startingWith("backend.");
    cancelled = new int[backend.length];
    for (int i = 0; i < backend.length; i++) {
      String name = variables.names().get(backend[i]).substring("backend.".length());
      cancelled[i] = variables.place("cancelled." + name);
    }
    statement = variables.startingWith("statement.");
  }
}
