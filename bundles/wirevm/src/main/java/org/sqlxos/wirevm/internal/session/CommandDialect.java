package org.sqlxos.wirevm.internal.session;

import java.util.Map;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirevm.internal.pack.Question;
import org.sqlxos.wirevm.internal.protocol.Commands;

/** What all sessions of a pack whose statements are commands have in common. */
record CommandDialect(
    Commands commands, CommandText text, Map<IntrospectionQuery, Question> questions) {

  CommandDialect(Commands commands, Map<IntrospectionQuery, Question> questions) {
    this(commands, new CommandText(commands), questions);
  }
}
