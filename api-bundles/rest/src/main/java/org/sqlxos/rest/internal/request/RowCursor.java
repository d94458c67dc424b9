package org.sqlxos.rest.internal.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Order;

/**
 * Where a list goes on: behind a row, by what it is sorted by. Its text is base64url (RFC 4648) of
 * a JSON array: the order, then the row's values. It is no secret and gives no right: a caller who
 * makes one up has written a filter.
 *
 * @param order what tells all rows apart
 * @param values of the row, one for each part of the order
 */
public record RowCursor(List<Order> order, List<@Nullable String> values) {

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2).build())
              .build());

  /** As it stands in an answer. */
  public String text() {
    ArrayNode array = JSON.createArrayNode().add(signature(order));
    values.forEach(array::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one.
   *
   * @param order that of the list which it goes on with
   */
  static RowCursor read(String text, List<Order> order) {
    JsonNode array = parsed(text);
    if (!array.isArray() || array.isEmpty() || !array.get(0).isTextual()) {
      throw unreadable();
    }
    if (!array.get(0).textValue().equals(signature(order))) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "parameter \"cursor\" is of a list that is sorted otherwise",
          "repeat the \"sort\" of the page that it comes from, or begin with an empty cursor");
    }
    List<@Nullable String> values = new ArrayList<>(order.size());
    for (int i = 1; i < array.size(); i++) {
      JsonNode value = array.get(i);
      if (!value.isTextual() && !value.isNull()) {
        throw unreadable();
      }
      values.add(value.textValue());
    }
    if (values.size() != order.size()) {
      throw unreadable();
    }
    return new RowCursor(order, values);
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException | java.io.IOException e) {
      throw unreadable();
    }
  }

  private static RuntimeException unreadable() {
    return RestProblem.PARAMETER_INVALID.problem(
        "parameter \"cursor\" cannot be read",
        "give \"pagination.next\" of the page before as it is, or begin with an empty cursor");
  }

  /** Quoted, so that no name can be taken for two. */
  private static String signature(List<Order> order) {
    StringBuilder signature = new StringBuilder();
    for (Order part : order) {
      signature.append(part.descending() ? '-' : '+').append(Names.quote(part.column()));
    }
    return signature.toString();
  }
}
