package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.ConversationTrace;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.TraceableWirePack;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.Transacting;
import org.sqlxos.wirevm.internal.pack.TransactionCalls;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;
import org.sqlxos.wirevm.internal.pack.WireSettings;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;
import org.sqlxos.wirevm.internal.trace.Trace;

/** A pack whose database is spoken to over a socket, in the protocol that the pack declares. */
public final class SocketPack implements TraceableWirePack {

  private final PackDocument pack;
  private final WireSettings settings;
  private final Connector connector;

  public SocketPack(PackDocument pack, WireSettings settings, DeadlineWatch watch) {
    this.pack = pack;
    this.settings = settings;
    this.connector =
        new Connector(
            settings,
            new ConnectionParts(
                pack.description(),
                new CompiledProtocol(settings.protocol()),
                statements(pack.transactions()),
                new ErrorTranslator(pack.errors()),
                watch,
                pack.surveys()),
            settings
                .protocol()
                .commands()
                .map(commands -> new CommandDialect(commands, pack.questions())));
  }

  private static TransactionStatements statements(Transacting transactions) {
    return switch (transactions) {
      case TransactionStatements statements -> statements;
      case TransactionCalls _ -> throw new IllegalArgumentException("a wire has no driver");
    };
  }

  @Override
  public PackDescription description() {
    return pack.description();
  }

  @Override
  public Session connect(ConnectionUrl url, Deadline deadline) {
    return connect(url, deadline, (Trace) null);
  }

  @Override
  public Session connect(ConnectionUrl url, Deadline deadline, ConversationTrace trace) {
    return connect(url, deadline, new Trace(settings.protocol(), trace));
  }

  private Session connect(ConnectionUrl url, Deadline deadline, @Nullable Trace trace) {
    WireUrl parsed = parse(url);
    Servers servers = parsed.servers();
    return servers.hosts().size() == 1 && servers.role() == TargetRole.ANY
        ? connector.connect(parsed, url, deadline, trace)
        : route(parsed, url, servers.hosts(), servers.role(), trace).apply(deadline);
  }

  private WireUrl parse(ConnectionUrl url) {
    WireUrl parsed =
        WireUrl.parse(url, settings.protocol().port(), settings.options(), settings.urlDefaults());
    Servers servers = parsed.servers();
    boolean asked = servers.role() != TargetRole.ANY || servers.readFrom() != TargetRole.ANY;
    if (asked && settings.role().isEmpty()) {
      throw WireUrl.refused(
          url,
          "The pack cannot tell a primary from a standby",
          "target_session_attrs=any, and no read_from");
    }
    return parsed;
  }

  /**
   * What opens sessions for a pool.
   *
   * @param access {@code WRITE} for all that is not only read
   */
  public Function<Deadline, Session> source(ConnectionUrl url, Access access) {
    WireUrl parsed = parse(url);
    Servers servers = parsed.servers();
    if (access == Access.WRITE || !servers.split()) {
      return route(parsed, url, servers.hosts(), servers.role(), null);
    }
    return servers.replicas().isEmpty()
        ? route(parsed, url, servers.hosts(), servers.readFrom(), null)
        : route(parsed, url, servers.replicas(), servers.readFrom(), null).or(servers.hosts());
  }

  /** Whether reads have connections of their own. */
  public boolean splits(ConnectionUrl url) {
    return parse(url).servers().split();
  }

  /** Whether a failure means that the server is no primary any more, and there may be another. */
  public boolean wrongServer(ConnectionUrl url, ProblemException failure) {
    return failure.problem().code() == WireProblem.READ_ONLY
        && parse(url).servers().role() == TargetRole.PRIMARY;
  }

  private Route route(
      WireUrl parsed,
      ConnectionUrl shown,
      List<Host> hosts,
      TargetRole role,
      @Nullable Trace trace) {
    return new Route(
        hosts,
        role,
        (host, deadline) -> connector.connect(parsed.on(host), shown, deadline, trace),
        this::role);
  }

  private TargetRole role(Session session, Deadline deadline) {
    TargetStatement question =
        new TargetStatement(settings.role().orElseThrow(), List.of(), List.of(), false);
    try (Cursor answer = session.query(question, deadline)) {
      return answer.next() && answer.getText(0).equals("primary")
          ? TargetRole.PRIMARY
          : TargetRole.STANDBY;
    }
  }

  /** Whether several operations may be on their way on one connection. */
  public boolean pipelined() {
    return settings.pipelined();
  }

  /** Whether no statement depends on the one before it, unless a transaction was begun. */
  public boolean statementsStandAlone() {
    return settings.protocol().commands().isPresent();
  }
}
