package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.AuthenticationFunction;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirepack.api.WirePackSource;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/**
 * The packs of the jars on a class path, by the same header as that of bundles; it may name several
 * documents, with commas between them. What OSGi would find as a service, a function by which a
 * pack authenticates, is named by the header {@value #FUNCTIONS}: {@code name=class}.
 */
public final class ClassPathPacks implements WirePackSource {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String EVERY = "*";
  private static final String FUNCTIONS = "SQLx-Functions";

  /** One thread for all packs of the process; it sleeps while nothing runs. */
  private static final class Watch {
    static final DeadlineWatch ONE = new DeadlineWatch();
  }

  /** Made by {@link java.util.ServiceLoader}. */
  public ClassPathPacks() {}

  @Override
  public List<WirePack> packs(ClassLoader classes) {
    List<WirePack> packs = new ArrayList<>();
    try {
      for (URL manifest : Collections.list(classes.getResources(MANIFEST))) {
        packs.addAll(packs(manifest, classes));
      }
    } catch (IOException e) {
      throw WireProblem.PACK_INVALID.problem(
          "The manifests of the class path cannot be read: " + e.getMessage());
    }
    return packs;
  }

  private static List<WirePack> packs(URL manifest, ClassLoader classes) throws IOException {
    Attributes attributes = attributes(manifest);
    @Nullable String documents = attributes.getValue(WirePack.HEADER);
    List<WirePack> packs = new ArrayList<>();
    if (documents != null) {
      Functions functions = functions(attributes, classes);
      for (String document : documents.split(",", -1)) {
        if (document.contains(EVERY)) {
          // A folder of packs that differ from others: without OSGi only whole packs are read.
          continue;
        }
        packs.add(pack(beside(manifest, document.strip()), functions, classes));
      }
    }
    return packs;
  }

  private static Attributes attributes(URL manifest) throws IOException {
    try (InputStream content = manifest.openStream()) {
      return new Manifest(content).getMainAttributes();
    }
  }

  /** A file of the jar that the manifest is of. */
  private static URL beside(URL manifest, String path) throws IOException {
    String text = manifest.toString();
    return URI.create(text.substring(0, text.length() - MANIFEST.length()) + path).toURL();
  }

  private static WirePack pack(URL document, Functions functions, ClassLoader classes)
      throws IOException {
    try (InputStream content = document.openStream()) {
      return PackEngine.of(PackParser.parse(content, functions), classes::loadClass, Watch.ONE);
    } catch (PackFaults e) {
      throw WireProblem.PACK_INVALID.problem(
          "The pack \"%s\" has %d faults, the first: %s"
              .formatted(document, e.faults().size(), e.faults().getFirst()),
          "sqlx pack check tells all of them.");
    }
  }

  private static Functions functions(Attributes attributes, ClassLoader classes) {
    @Nullable String header = attributes.getValue(FUNCTIONS);
    Map<String, String> named = new HashMap<>();
    for (String function : header == null ? new String[0] : header.split(",", -1)) {
      int equals = function.indexOf('=');
      if (equals > 0) {
        named.put(function.substring(0, equals).strip(), function.substring(equals + 1).strip());
      }
    }
    return name -> Optional.ofNullable(named.get(name)).map(type -> function(type, classes));
  }

  private static AuthenticationFunction function(String type, ClassLoader classes) {
    try {
      return (AuthenticationFunction)
          classes.loadClass(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw WireProblem.DRIVER_UNUSABLE.problem(
          "The function \"%s\" cannot be made: %s".formatted(type, e.getClass().getSimpleName()));
    }
  }
}
