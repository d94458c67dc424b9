package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** All meters of this node, and how Prometheus reads them. */
@Component(service = NodeMeters.class)
public final class NodeMeters {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final ResidentMemory residentMemory = new ResidentMemory(Path.of("/proc/self/status"));

  @Activate
  public NodeMeters(BundleContext context) {
    this(context.getBundle().getVersion().toString());
  }

  public NodeMeters(String version) {
    Gauge.builder("sqlx.node.info", () -> 1)
        .description("Always 1; the labels tell what runs")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(registry);
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    if (residentMemory.bytes().isPresent()) {
      Gauge.builder("process.resident.memory", residentMemory, memory -> memory.bytes().orElse(0L))
          .description("Memory of the process in RAM, as the system counts it")
          .baseUnit("bytes")
          .register(registry);
    }
  }

  public MeterRegistry registry() {
    return registry;
  }

  /**
   * Writes all meters.
   *
   * @param contentType a media type that the registry knows, with its version
   */
  public void write(OutputStream out, String contentType) throws IOException {
    registry.scrape(out, contentType);
  }

  @Deactivate
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
