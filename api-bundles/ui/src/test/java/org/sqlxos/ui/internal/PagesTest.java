package org.sqlxos.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PagesTest {

  private static final List<String> HTML = List.of("/", "/docs", "/404");
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  private final Pages pages = new Pages();

  @Test
  void namesFilesWithTheirVersions() throws IOException {
    int files = 0;
    for (String html : HTML) {
      Matcher addresses = ADDRESS.matcher(text(html));
      while (addresses.find()) {
        String address = addresses.group(1);
        if (address.startsWith("/ui/")) {
          files++;
          String[] parts = address.split("\\?v=", 2);
          assertEquals(pages.page(parts[0]).orElseThrow().version(), parts[1]);
        }
      }
    }
    assertTrue(files > 10, "files named: " + files);
  }

  @Test
  void asksNobodyElseForAnything() throws IOException {
    for (String path : List.of("/ui/base.css", "/ui/start.css", "/ui/docs.css", "/ui/start.js")) {
      assertFalse(text(path).matches("(?s).*(https?:)?//[a-z]+\\.[a-z].*"), path);
    }
    for (String html : HTML) {
      assertFalse(text(html).contains("http"), html);
    }
  }

  @Test
  void hasNothingInline() throws IOException {
    for (String html : HTML) {
      String text = text(html);
      assertFalse(text.matches("(?s).*<script(?![^>]*src=)[^>]*>.*"), html);
      assertFalse(text.matches("(?s).*(<style|style=|onclick=|onload=|javascript:).*"), html);
    }
  }

  @Test
  void keepsTheContentOfAFile() throws IOException {
    assertTrue(text("/ui/swagger-ui-bundle.js").contains("SwaggerUIBundle"));
    assertEquals(Optional.empty(), pages.page("/ui/../PageServlet.class"));
  }

  private String text(String path) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pages.page(path).orElseThrow().writePlain(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
