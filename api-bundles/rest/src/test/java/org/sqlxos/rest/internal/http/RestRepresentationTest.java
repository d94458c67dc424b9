package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Query;
import org.sqlxos.rest.internal.request.RestProblem;

/** Other forms of the same rows: other media types, compressed, or not sent again. */
final class RestRepresentationTest {

  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.blog();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void csvIsAllRowsWithAHeader() throws Exception {
    HttpResponse<String> csv = server.get("/api/posts?select=id,title", "Accept", "text/csv");

    assertEquals(200, csv.statusCode());
    assertEquals("text/csv;charset=utf-8", header(csv, "Content-Type").replace(" ", ""));
    assertEquals("attachment; filename=\"posts.csv\"", header(csv, "Content-Disposition"));
    assertEquals(46, csv.body().split("\r\n").length);
    assertTrue(csv.body().startsWith("id,title\r\n1,odd\r\n2,even\r\n"), csv.body());
  }

  @Test
  void ndjsonIsAsLongAsTheCallerSays() throws Exception {
    assertEquals(
        "{\"id\":4}\n{\"id\":5}\n{\"id\":6}\n",
        server.get("/api/posts?select=id&limit=3&page=2", "Accept", "application/x-ndjson").body());
  }

  @Test
  void whatNobodyCountsIsNotCounted() throws Exception {
    server.get("/api/posts?select=id", "Accept", "application/x-ndjson");

    assertEquals(
        Query.Count.NONE, ((Query) server.pipeline.operations.getLast().statement()).count());
  }

  @Test
  void relatedRowsHaveTheSameForms() throws Exception {
    assertEquals(
        "id\r\n1\r\n",
        server.get("/api/authors/1/posts?select=id&limit=1", "Accept", "text/csv").body());
    assertEquals(
        "id\r\n", server.get("/api/authors/2/posts?select=id", "Accept", "text/csv").body());
    RestServer.assertProblem(
        RestProblem.ROW_NOT_FOUND, server.get("/api/authors/9/posts", "Accept", "text/csv"));
  }

  @Test
  void aSingleRowIsJsonOnly() throws Exception {
    RestServer.assertProblem(
        RestProblem.NOT_ACCEPTABLE, server.get("/api/posts/1", "Accept", "text/csv"));
  }

  @Test
  void aFailureAmongTheFirstRowsIsAProblemDocument() throws Exception {
    server.pipeline.beforeRow =
        row -> {
          if (row == 3) {
            throw RestProblem.INTERNAL.problem("row 3 is broken");
          }
        };

    RestServer.assertProblem(RestProblem.INTERNAL, server.get("/api/posts", "Accept", "text/csv"));
  }

  @Test
  void compressesWhatIsLongEnough() throws Exception {
    String plain = server.get("/api/posts?limit=45").body();

    HttpResponse<byte[]> gzip = server.bytes("/api/posts?limit=45", "Accept-Encoding", "gzip");
    HttpResponse<byte[]> zstd = server.bytes("/api/posts?limit=45", "Accept-Encoding", "zstd");
    HttpResponse<byte[]> small = server.bytes("/api/posts/1", "Accept-Encoding", "zstd");

    assertEquals("gzip", header(gzip, "Content-Encoding"));
    assertEquals(plain, text(new GZIPInputStream(new ByteArrayInputStream(gzip.body()))));
    assertEquals("zstd", header(zstd, "Content-Encoding"));
    assertEquals(plain, text(new ZstdInputStream(new ByteArrayInputStream(zstd.body()))));
    assertTrue(zstd.body().length < plain.length() / 4);
    assertFalse(small.headers().firstValue("Content-Encoding").isPresent());
    assertEquals("Accept, Accept-Encoding", header(gzip, "Vary"));
  }

  @Test
  void isNotSentAgainToWhoHasItAlready() throws Exception {
    String tag = header(server.get("/api/posts?limit=2"), "ETag");

    HttpResponse<String> again =
        server.get("/api/posts?limit=2", "If-None-Match", "\"other\", W/" + tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, header(again, "ETag"));
    assertEquals("private, no-cache", header(again, "Cache-Control"));

    server.send("PATCH", "/api/posts/1", "{\"title\":\"changed\"}");
    HttpResponse<String> changed = server.get("/api/posts?limit=2", "If-None-Match", tag);
    assertEquals(200, changed.statusCode());
    assertNotEquals(tag, header(changed, "ETag"));
  }

  @Test
  void theSameRowsInAnotherFormHaveAnotherTag() throws Exception {
    String path = "/api/posts?limit=45";
    String plain = header(server.get(path), "ETag");

    assertNotEquals(plain, header(server.get(path, "Accept-Encoding", "gzip"), "ETag"));
    assertNotEquals(plain, header(server.get(path, "Accept", "text/csv"), "ETag"));
    assertEquals(plain, header(server.send("HEAD", path, null), "ETag"));
  }

  @Test
  void aWriteTellsTheTagThatAReadHas() throws Exception {
    HttpResponse<String> changed = server.send("PATCH", "/api/posts/1", "{\"title\":\"changed\"}");
    assertEquals(header(server.get("/api/posts/1"), "ETag"), header(changed, "ETag"));
    assertEquals("no-store", header(changed, "Cache-Control"));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
