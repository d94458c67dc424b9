package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Map;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;

/**
 * A pack, read and found right.
 *
 * @param description what everybody may know
 * @param transport how its database is reached
 * @param transactions how it begins and ends them
 * @param writers how many sessions may write at a time; 0 means any number
 * @param errors what its database's errors mean; the first rule that fits wins
 * @param values how values of each type are kept
 * @param surveys the questions about the schema that take more than one plain statement
 * @param questions how questions about the schema are answered without SQL
 */
public record PackDocument(
    PackDescription description,
    TransportSettings transport,
    Transacting transactions,
    int writers,
    List<ErrorRule> errors,
    ValueCodecs values,
    Map<IntrospectionQuery, Survey> surveys,
    Map<IntrospectionQuery, Question> questions) {

  public PackDocument {
    errors = List.copyOf(errors);
    surveys = Map.copyOf(surveys);
    questions = Map.copyOf(questions);
  }
}
