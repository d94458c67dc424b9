package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * Offers each pack that lies as a JSON file in a folder, for as long as it lies there. A changed
 * file replaces its pack; if the new content is refused, the pack that was there stays. The folder
 * is looked at again and again, for not every file system tells of changes.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.sqlxos.packs")
@Designate(ocd = PackFolderConfiguration.class)
public final class PackFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);

  /** Above every bundle: whoever puts a file there wants it used. */
  private static final int RANKING = Integer.MAX_VALUE;

  private record State(long modifiedMillis, long bytes) {}

  private final BundleContext context;
  private final Path folder;
  private final long pollMillis;
  private final PackLibrary library;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<Path, State> seen = new HashMap<>();
  private final Thread watcher;

  @Activate
  public PackFolder(
      BundleContext context,
      PackFolderConfiguration configuration,
      @Reference PackLibrary library) {
    this.context = context;
    this.library = library;
    this.folder = folder(context, configuration.folder());
    this.pollMillis = configuration.poll_millis();
    look();
    watcher = Thread.ofVirtual().name("sqlx-packs").start(this::watch);
  }

  private static Path folder(BundleContext context, String configured) {
    String data = Objects.requireNonNullElse(context.getProperty("sqlx.data"), "sqlx-data");
    return Path.of(data).resolve(configured);
  }

  private void watch() {
    try {
      while (!stopped.await(pollMillis, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Set<Path> there = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        there.add(file);
        look(file);
      }
    } catch (NoSuchFileException e) {
      // There is no folder: there are no packs in it.
      there.clear();
    } catch (IOException e) {
      LOG.error("the folder {} cannot be read", folder, e);
      return;
    }
    for (Path file : Set.copyOf(seen.keySet())) {
      if (!there.contains(file)) {
        seen.remove(file);
        library.remove(List.of(file));
        LOG.info("{} has gone, and its pack with it", file);
      }
    }
  }

  private void look(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    State state = new State(attributes.lastModifiedTime().toMillis(), attributes.size());
    if (attributes.isRegularFile() && !state.equals(seen.put(file, state))) {
      read(file).ifPresent(pack -> library.put(context, Map.of(file, pack)));
    }
  }

  private Optional<PackSource> read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Optional.of(
          new PackSource(file.toString(), JsonDocument.read(content), Optional.empty(), RANKING));
    } catch (PackFaults e) {
      e.faults().forEach(fault -> LOG.error("{} is refused: {}", file, fault));
    } catch (IOException e) {
      LOG.error("{} cannot be read", file, e);
    }
    return Optional.empty();
  }

  /** Withdraws all packs. */
  @Deactivate
  public void deactivate() {
    stopped.countDown();
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    library.remove(Set.copyOf(seen.keySet()));
  }
}
