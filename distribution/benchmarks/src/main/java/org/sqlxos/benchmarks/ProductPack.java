package org.sqlxos.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** A pack of the product, for cases that need no node around it. */
public final class ProductPack {

  private ProductPack() {}

  /** The pack with this name, spoken by the engine. */
  public static WirePack of(String name) {
    return PackEngine.of(document(name), classes()::loadClass, new DeadlineWatch());
  }

  /** The pack with this name, parsed. */
  public static PackDocument document(String name) {
    try {
      for (URL url : Collections.list(classes().getResources("wirepack.json"))) {
        try (InputStream content = url.openStream()) {
          byte[] bytes = content.readAllBytes();
          if (new String(bytes, StandardCharsets.UTF_8).contains("\"name\": \"" + name + "\"")) {
            return PackParser.parse(new java.io.ByteArrayInputStream(bytes));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackFaults e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("there is no pack with the name " + name);
  }

  private static ClassLoader classes() {
    return ProductPack.class.getClassLoader();
  }
}
