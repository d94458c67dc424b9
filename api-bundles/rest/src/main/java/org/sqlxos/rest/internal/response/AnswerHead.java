package org.sqlxos.rest.internal.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.sqlxos.rest.internal.request.ContentCoding;
import org.sqlxos.rest.internal.request.Preferences;
import org.sqlxos.rest.internal.request.Representation;

/**
 * The status and the headers of an answer with a body, sent when its body begins to flow.
 *
 * @param tag whether the body is named; only one that was held as a whole can be
 * @param contentType with its parameters
 * @param headers more of them
 */
record AnswerHead(
    HttpServletResponse response,
    Preferences preferences,
    int status,
    Tag tag,
    String contentType,
    Map<String, String> headers)
    implements HeldOutput.Opening {

  /** What the name of a body is for. */
  enum Tag {
    /** It has none. */
    NONE,
    /** The caller may keep the body and ask whether it is still the same. */
    KEPT,
    /** It is what a read would answer now; the next change may refer to it. */
    TOLD
  }

  @Override
  public OutputStream open(byte[] held, int count, boolean whole) throws IOException {
    ContentCoding coding = coding(count, whole);
    if (tag != Tag.NONE && whole) {
      String name = EntityTag.of(held, count, coding);
      response.setHeader("ETag", name);
      if (tag == Tag.KEPT) {
        response.setHeader("Cache-Control", "private, no-cache");
      }
      if (tag == Tag.KEPT && preferences.knows(name)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return OutputStream.nullOutputStream();
      }
    }
    response.setStatus(status);
    response.setContentType(contentType);
    headers.forEach(response::setHeader);
    if (coding != ContentCoding.IDENTITY) {
      response.setHeader("Content-Encoding", coding.token());
    } else if (whole) {
      response.setContentLengthLong(count);
    }
    return preferences.bodiless()
        ? OutputStream.nullOutputStream()
        : Compression.of(coding, new Network(response));
  }

  // A workbook is compressed already.
  private ContentCoding coding(int count, boolean whole) {
    boolean worthwhile = !whole || count >= Compression.WORTHWHILE_BYTES;
    return worthwhile && !contentType.equals(Representation.XLSX.contentType())
        ? preferences.coding()
        : ContentCoding.IDENTITY;
  }
}
