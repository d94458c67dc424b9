package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sqlxos.wirepack.api.PackCheck;
import org.sqlxos.wirepack.api.PackReport;
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.pack.DriverSettings;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.pack.WireSettings;

/** Tells the faults of a pack that nobody uses yet. */
@Component(service = PackCheck.class)
public final class PackChecker implements PackCheck {

  private final PackLibrary library;

  @Activate
  public PackChecker(@Reference PackLibrary library) {
    this.library = library;
  }

  @Override
  public PackReport check(InputStream document) throws IOException {
    try {
      PackSource source =
          new PackSource(
              "the document", JsonDocument.read(document), Optional.empty(), Integer.MAX_VALUE);
      return new PackReport(Optional.of(contents(library.read(source))), List.of());
    } catch (PackFaults e) {
      return new PackReport(
          Optional.empty(), e.faults().stream().map(PackFault::toString).toList());
    }
  }

  private static PackReport.Contents contents(PackDocument pack) {
    String name = pack.description().name();
    return switch (pack.transport()) {
      case WireSettings wire ->
          new PackReport.Contents(
              PackParser.FORMAT,
              name,
              pack.description().transport(),
              wire.protocol().messages().size(),
              wire.protocol().states().size(),
              wire.protocol().types().count());
      case DriverSettings _ ->
          new PackReport.Contents(
              PackParser.FORMAT,
              name,
              pack.description().transport(),
              0,
              0,
              pack.description().types().size());
    };
  }
}
