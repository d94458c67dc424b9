package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.stage.api.Pipeline;

/** The platform inside a host's process. */
class TwoNodesIT {

  @Test
  void twoNodesInOneProcessDoNotDisturbEachOther() throws Exception {
    try (Product one = Product.serving("CREATE TABLE a (id INTEGER PRIMARY KEY)");
        Product other = Product.serving("CREATE TABLE b (id INTEGER PRIMARY KEY)")) {
      assertNotEquals(one.node().address(), other.node().address());
      assertEquals(200, one.http().get("/api/a").status());
      assertEquals(404, one.http().get("/api/b").status());
      assertEquals(200, other.http().get("/api/b").status());

      one.node().close();

      assertEquals(200, other.http().get("/api/b").status());
    }
  }

  @Test
  void aHostReachesTheServicesOfItsNode() throws Exception {
    try (Product product = Product.serving("CREATE TABLE a (id INTEGER PRIMARY KEY)")) {
      Pipeline pipeline = product.node().service(Pipeline.class).orElseThrow();

      assertTrue(pipeline.describe().missing().isEmpty());
      assertTrue(pipeline.describe().stages().size() >= 4, pipeline.describe().toString());
    }
  }

  @Test
  void aPortInUseEndsTheStartWithItsCode(@TempDir Path data) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      SqlxRuntime.Builder builder =
          SqlxRuntime.builder()
              .bundles(Product.HOME.resolve("bundles"))
              .data(data)
              .set("http.port", String.valueOf(taken.getLocalPort()));

      ProblemException refusal = assertThrows(ProblemException.class, builder::start);

      assertEquals("SQLX010", refusal.problem().code().code());
    }
  }

  @Test
  void aDataFolderServesOneNodeAtATime(@TempDir Path data) {
    SqlxRuntime.Builder builder =
        SqlxRuntime.builder()
            .bundles(Product.HOME.resolve("bundles"))
            .data(data)
            .set("http.port", "0");
    try (SqlxRuntime first = builder.start()) {
      ProblemException refusal = assertThrows(ProblemException.class, builder::start);

      assertEquals("SQLX011", refusal.problem().code().code());
      assertTrue(first.service(Pipeline.class).isPresent());
    }
  }

  @Test
  void aProductThatHasMovedStartsWithTheDataItHad(@TempDir Path folder) throws Exception {
    Path bundles = Product.HOME.resolve("bundles").toAbsolutePath();
    for (String place : List.of("before", "after")) {
      Path home = Files.createSymbolicLink(folder.resolve(place), bundles);
      try (SqlxRuntime node =
          SqlxRuntime.builder()
              .bundles(home)
              .data(folder.resolve("data"))
              .set("http.port", "0")
              .start()) {
        assertTrue(node.service(Pipeline.class).isPresent(), place);
      }
    }
  }
}
