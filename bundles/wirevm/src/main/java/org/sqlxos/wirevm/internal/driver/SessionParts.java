package org.sqlxos.wirevm.internal.driver;

import java.util.Optional;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.MetadataSettings;
import org.sqlxos.wirevm.internal.pack.Transacting;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** What the sessions of one pack share. */
record SessionParts(
    PackDescription description,
    Optional<MetadataSettings> metadata,
    Transacting transactions,
    ErrorTranslator errors,
    Codecs codecs,
    DeadlineWatch watch) {}
