package org.sqlxos.wirevm.internal.extender;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents that a manifest header names: paths with commas between them, in which <code>*
 * </code> stands for any one folder.
 */
final class BundleDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(BundleDocuments.class);

  private BundleDocuments() {}

  static List<URL> of(Bundle bundle, String header) {
    @Nullable String paths = bundle.getHeaders("").get(header);
    List<URL> documents = new ArrayList<>();
    for (String path : paths == null ? new String[0] : paths.split(",")) {
      List<URL> found = entries(bundle, path.strip());
      if (found.isEmpty()) {
        LOG.error("{}: the manifest names {}, but it is not in the bundle", bundle, path.strip());
      }
      documents.addAll(found);
    }
    return documents;
  }

  private static List<URL> entries(Bundle bundle, String path) {
    if (!path.startsWith("*/")) {
      @Nullable URL entry = bundle.getEntry(path);
      return entry == null ? List.of() : List.of(entry);
    }
    @Nullable Enumeration<URL> found = bundle.findEntries("/", path.substring(2), true);
    return found == null
        ? List.of()
        : Collections.list(found).stream()
            .filter(url -> url.getPath().indexOf('/', 1) == url.getPath().lastIndexOf('/'))
            .toList();
  }
}
