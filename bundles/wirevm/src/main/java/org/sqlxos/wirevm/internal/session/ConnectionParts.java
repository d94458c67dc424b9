package org.sqlxos.wirevm.internal.session;

import java.util.Map;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.Survey;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** What the connections of one pack share. */
record ConnectionParts(
    PackDescription description,
    CompiledProtocol protocol,
    TransactionStatements transactions,
    ErrorTranslator errors,
    DeadlineWatch watch,
    Map<IntrospectionQuery, Survey> surveys) {}
