package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists in other forms than JSON, and smaller: what is folded into the bundles is there. */
@ExtendWith(Library.class)
class RestRepresentationIT {

  @Test
  void aListIsCsv(Http http) {
    assertEquals(
        "id,post_id,text\r\n1,1,first\r\n2,1,second\r\n3,2,third\r\n",
        http.send("GET", "/api/comments", null, "Accept", "text/csv").body());
  }

  @Test
  void aListIsARowALine(Http http) {
    assertEquals(
        "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n",
        http.send("GET", "/api/comments?select=id", null, "Accept", "application/x-ndjson").body());
  }

  @Test
  void aListIsAWorkbook(Http http) throws IOException {
    HttpResponse<byte[]> answer =
        http.octets(
            "/api/comments",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    assertEquals(200, answer.statusCode());
    assertEquals(4, sheet(answer.body()).split("<row ", -1).length - 1);
  }

  private static String sheet(byte[] workbook) throws IOException {
    Path file = Files.createTempFile("users", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
        return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void anAnswerIsCompressed(Http http) throws IOException {
    String path = "/api/openapi.json";
    String document = http.get(path).body();

    HttpResponse<byte[]> gzip = http.octets(path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> zstd = http.octets(path, "Accept-Encoding", "zstd, gzip;q=0.5");

    assertEquals("gzip", gzip.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals(
        document,
        new String(
            new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes(),
            StandardCharsets.UTF_8));
    assertEquals("zstd", zstd.headers().firstValue("Content-Encoding").orElse(""));
    // RFC 8878, 3.1.1: the magic number of a frame.
    assertEquals(0xFD2FB528, littleEndian(zstd.body()));
    assertTrue(zstd.body().length < document.length());
  }

  private static int littleEndian(byte[] octets) {
    return octets[0] & 0xff | (octets[1] & 0xff) << 8 | (octets[2] & 0xff) << 16 | octets[3] << 24;
  }

  @Test
  void whatIsTheSameIsNotSentAgain(Http http) {
    String tag = http.get("/api/comments").header("ETag");

    assertEquals(304, http.send("GET", "/api/comments", null, "If-None-Match", tag).status());
  }
}
