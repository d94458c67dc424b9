package org.sqlxos.security.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.SelfReport;
import org.sqlxos.security.internal.authenticate.ApiKeys;
import org.sqlxos.security.internal.file.WatchedFile;
import org.sqlxos.security.internal.policy.Policy;
import org.sqlxos.security.internal.policy.PolicyReader;
import org.sqlxos.security.internal.policy.PolicyStore;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** What is in force: the policy and the API keys, read again when their files change. */
@Component(
    service = {SecurityState.class, SelfReport.class},
    configurationPid = SecurityConfiguration.PID)
@Designate(ocd = SecurityConfiguration.class)
public final class SecurityState implements SelfReport {

  private static final long POLL_MILLIS = 500;

  private final SecurityConfiguration configuration;
  private final Path data;
  private final WatchedFile<PolicyStore> policy;
  private final WatchedFile<ApiKeys> apiKeys;
  private final ScheduledExecutorService poll =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sqlx-security").factory());

  @Activate
  public SecurityState(BundleContext context, SecurityConfiguration configuration) {
    this(
        Path.of(Objects.requireNonNullElse(context.getProperty("sqlx.data"), "sqlx-data")),
        configuration);
  }

  SecurityState(Path data, SecurityConfiguration configuration) {
    this.configuration = configuration;
    this.data = data;
    this.policy =
        new WatchedFile<>(
            data.resolve(configuration.policy_file()),
            SecurityProblem.POLICY_INVALID,
            new PolicyStore(Policy.NONE),
            text -> new PolicyStore(PolicyReader.read(text)));
    this.apiKeys =
        new WatchedFile<>(
            data.resolve(configuration.keys_file()),
            SecurityProblem.KEYS_INVALID,
            ApiKeys.NONE,
            ApiKeys::parse);
    look();
    poll.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void close() {
    poll.shutdownNow();
  }

  private void look() {
    policy.look();
    apiKeys.look();
  }

  SecurityConfiguration configuration() {
    return configuration;
  }

  /** A path of the configuration. */
  Path path(String name) {
    return data.resolve(name);
  }

  /** Whether callers on this machine may do everything. */
  public boolean open() {
    return configuration.open();
  }

  /** The origins whose pages may read answers. */
  public Set<String> origins() {
    return Set.copyOf(List.of(configuration.cors_origins()));
  }

  /** The policy in force. */
  public PolicyStore policy() {
    return policy.value();
  }

  ApiKeys apiKeys() {
    return apiKeys.value();
  }

  /** What is wrong with the files as they are now. */
  @Override
  public List<Problem> problems() {
    return Stream.of(policy.fault(), apiKeys.fault()).flatMap(Optional::stream).toList();
  }
}
