package org.sqlxos.wirevm.internal.pack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;

/**
 * How a database begins and ends transactions.
 *
 * @param isolation how those are begun that are isolated so much; only levels that it really has
 * @param savepoints empty if it has none
 * @param batch what surrounds executions that are sent without waiting; empty if they must not be
 * @param alone whether a statement outside a transaction is one of its own, whatever the server's
 *     settings say
 */
public record TransactionStatements(
    String beginRead,
    String beginWrite,
    String commit,
    String rollback,
    Map<Isolation, Begin> isolation,
    Optional<Savepoints> savepoints,
    Optional<Batch> batch,
    boolean alone)
    implements Transacting {

  /** Of a database that has none: each statement is kept as soon as it is done. */
  public static final TransactionStatements NONE =
      new TransactionStatements(
          "", "", "", "", Map.of(), Optional.empty(), Optional.empty(), false);

  @Override
  public boolean there() {
    return !beginWrite.isEmpty();
  }

  /** Statements that begin a transaction, one after the other. */
  public record Begin(List<String> read, List<String> write) {
    public Begin {
      read = List.copyOf(read);
      write = List.copyOf(write);
    }

    List<String> of(Access access) {
      return switch (access) {
        case READ -> read;
        case WRITE -> write;
      };
    }
  }

  /** Statements with {@code $1} for the number of the savepoint. */
  public record Savepoints(String set, String rollbackTo, String release) {}

  /**
   * Statements before and after.
   *
   * @param begin after these nothing stays that was not committed, even if an error has ended the
   *     transaction
   */
  public record Batch(List<String> begin, List<String> end) {
    public Batch {
      begin = List.copyOf(begin);
      end = List.copyOf(end);
    }
  }

  public TransactionStatements {
    EnumMap<Isolation, Begin> copy = new EnumMap<>(Isolation.class);
    copy.putAll(isolation);
    isolation = copy;
  }

  /** What begins a transaction as the pack thinks fit. */
  public String begin(Access access) {
    return switch (access) {
      case READ -> beginRead;
      case WRITE -> beginWrite;
    };
  }

  /** What begins one with the weakest level that is as strong; empty if none is. */
  public Optional<List<String>> begin(Access access, Isolation least) {
    return isolation.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(least) >= 0)
        .findFirst()
        .map(entry -> entry.getValue().of(access));
  }
}
