package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/support.md} says of a database what is so. */
interface SupportTests {

  Http http();

  /** The database's name on the page. */
  String family();

  /** After those that read what it changes. */
  @Test
  @Order(Integer.MAX_VALUE - 1)
  default void thePageSaysWhatThisDatabaseDoes() throws IOException {
    SupportPage page = SupportPage.read();
    SupportPage now = page;
    for (Feature feature : Feature.values()) {
      now = now.with(feature, family(), feature.cell(http()));
    }
    assertEquals(204, http().delete("/api/posts/50").status());
    assertEquals(204, http().delete("/api/users/50").status());
    if (Boolean.getBoolean("reference.write")) {
      now.write();
    }
    assertEquals(now.text(), SupportPage.read().text(), "run with -Dreference.write=true");
  }
}
