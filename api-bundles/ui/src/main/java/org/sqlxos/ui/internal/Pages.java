package org.sqlxos.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The files there are. They are read when the first is asked for: a node that no browser visits
 * pays nothing. In HTML the address of every other file gets its version, so that browsers can keep
 * those for good and still see a new one at once.
 */
@Component(service = Pages.class)
public final class Pages {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String STYLE = "text/css;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";

  /** Files before pages: a page names their versions. */
  private static final List<Source> SOURCES =
      List.of(
          new Source("/ui/base.css", "pages/base.css", STYLE),
          new Source("/ui/start.css", "pages/start.css", STYLE),
          new Source("/ui/docs.css", "pages/docs.css", STYLE),
          new Source("/ui/node.js", "pages/node.js", SCRIPT),
          new Source("/ui/start.js", "pages/start.js", SCRIPT),
          new Source("/ui/docs.js", "pages/docs.js", SCRIPT),
          new Source("/ui/mark.svg", "pages/mark.svg", "image/svg+xml"),
          new Source("/ui/swagger-ui.css", "swagger/swagger-ui.css", STYLE),
          new Source("/ui/swagger-ui-bundle.js", "swagger/swagger-ui-bundle.js", SCRIPT),
          new Source("/", "pages/start.html", HTML),
          new Source("/docs", "pages/docs.html", HTML),
          new Source("/404", "pages/not-found.html", HTML));

  private volatile Map<String, Page> loaded = Map.of();

  /** With nothing read yet. */
  @Activate
  public Pages() {}

  private record Source(String path, String resource, String mediaType) {}

  Optional<Page> page(String path) throws IOException {
    return Optional.ofNullable(all().get(path));
  }

  private Map<String, Page> all() throws IOException {
    Map<String, Page> pages = loaded;
    if (pages.isEmpty()) {
      // Two at once read the same.
      pages = load();
      loaded = pages;
    }
    return pages;
  }

  private static Map<String, Page> load() throws IOException {
    Map<String, Page> pages = new HashMap<>();
    for (Source source : SOURCES) {
      byte[] content = read(source.resource());
      pages.put(
          source.path(),
          Page.of(
              source.mediaType(),
              source.mediaType().equals(HTML) ? versioned(content, pages) : content));
    }
    return Map.copyOf(pages);
  }

  private static byte[] versioned(byte[] html, Map<String, Page> pages) {
    String text = new String(html, StandardCharsets.UTF_8);
    for (Map.Entry<String, Page> file : pages.entrySet()) {
      if (!file.getValue().isHtml()) {
        text =
            text.replace(
                '"' + file.getKey() + '"',
                '"' + file.getKey() + "?v=" + file.getValue().version() + '"');
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("the bundle lacks \"%s\"".formatted(resource));
      }
      return stream.readAllBytes();
    }
  }
}
