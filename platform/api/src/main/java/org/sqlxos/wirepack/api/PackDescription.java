package org.sqlxos.wirepack.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.operation.api.TargetStatement;

/**
 * What a pack says of itself and its database.
 *
 * @param name of the pack, for instance {@code sqlite}
 * @param product the database's name as people write it
 * @param schemes the URL schemes it answers to, in lower case
 * @param dialect the name of the {@code Dialect} that its statements are written in
 * @param defaultSchema the schema whose relations need no prefix; empty if that is whichever the
 *     connection is in
 * @param introspection the statements that describe a database
 * @param types the type table
 * @param decimalDigits how many significant digits a decimal keeps exactly; 0 means as many as
 *     declared
 * @param language what clients with statements of their own have to know
 * @param transactional whether it has transactions; without them each statement stands alone, and
 *     {@link Transactions#begin} is refused
 * @param statementsCommit whether a statement outside a transaction is one of its own, whatever the
 *     server's settings say
 * @param changes how it is made to tell of changes; absent where it cannot
 */
public record PackDescription(
    String name,
    String product,
    Set<String> schemes,
    Transport transport,
    String dialect,
    String defaultSchema,
    Map<IntrospectionQuery, String> introspection,
    List<TypeRule> types,
    int decimalDigits,
    Language language,
    boolean transactional,
    boolean statementsCommit,
    Optional<ChangeCapture> changes) {

  public PackDescription {
    schemes = Set.copyOf(schemes);
    EnumMap<IntrospectionQuery, String> copy = new EnumMap<>(IntrospectionQuery.class);
    copy.putAll(introspection);
    introspection = java.util.Collections.unmodifiableMap(copy);
    types = List.copyOf(types);
  }

  /** A database that tells nobody of changes. */
  public PackDescription(
      String name,
      String product,
      Set<String> schemes,
      Transport transport,
      String dialect,
      String defaultSchema,
      Map<IntrospectionQuery, String> introspection,
      List<TypeRule> types,
      int decimalDigits,
      Language language,
      boolean transactional,
      boolean statementsCommit) {
    this(
        name,
        product,
        schemes,
        transport,
        dialect,
        defaultSchema,
        introspection,
        types,
        decimalDigits,
        language,
        transactional,
        statementsCommit,
        Optional.empty());
  }

  /** A database with transactions, of whose language the pack says nothing. */
  public PackDescription(
      String name,
      String product,
      Set<String> schemes,
      Transport transport,
      String dialect,
      String defaultSchema,
      Map<IntrospectionQuery, String> introspection,
      List<TypeRule> types,
      int decimalDigits) {
    this(
        name,
        product,
        schemes,
        transport,
        dialect,
        defaultSchema,
        introspection,
        types,
        decimalDigits,
        Language.STANDARD,
        true,
        false);
  }

  /** The statement that answers a question, where the pack has one. */
  public Optional<TargetStatement> statement(IntrospectionQuery query) {
    return Optional.ofNullable(introspection.get(query))
        .map(text -> new TargetStatement(text, List.of(), query.columns(), false));
  }
}
