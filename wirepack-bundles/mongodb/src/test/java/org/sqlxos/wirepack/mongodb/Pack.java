package org.sqlxos.wirepack.mongodb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** The pack, spoken by the engine. */
final class Pack {

  private Pack() {}

  static WirePack made() {
    try (InputStream document = Files.newInputStream(Path.of("src/main/resources/wirepack.json"))) {
      return PackEngine.of(
          PackParser.parse(document), Pack.class.getClassLoader()::loadClass, new DeadlineWatch());
    } catch (IOException | PackFaults e) {
      throw new AssertionError(e);
    }
  }

  static Session connect(String url) {
    return made().connect(ConnectionUrl.parse(url), Sessions.soon());
  }

  static TargetStatement command(String text, @Nullable Object... parameters) {
    return new TargetStatement(text, Arrays.asList(parameters), List.of(), true);
  }
}
