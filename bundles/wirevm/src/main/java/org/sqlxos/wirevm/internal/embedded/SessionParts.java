package org.sqlxos.wirevm.internal.embedded;

import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** What the sessions of one pack share. */
record SessionParts(
    PackDescription description,
    TransactionStatements transactions,
    ErrorTranslator errors,
    Codecs codecs,
    DeadlineWatch watch) {}
