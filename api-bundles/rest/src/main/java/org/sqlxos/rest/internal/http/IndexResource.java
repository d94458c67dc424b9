package org.sqlxos.rest.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.PathReader;
import org.sqlxos.rest.internal.request.Site;
import org.sqlxos.rest.internal.response.Json;

/** What there is: the databases, or the relations of one. */
final class IndexResource {

  private IndexResource() {}

  static void databases(Exchange exchange, String root, Collection<String> names)
      throws IOException {
    write(
        exchange,
        json -> {
          for (String name : names) {
            String base = PathReader.base(root, name);
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("href", base);
            json.writeStringField("openapi", base + '/' + Site.DOCUMENT);
            json.writeEndObject();
          }
        },
        "");
  }

  static void relations(Exchange exchange, Site site) throws IOException {
    write(
        exchange,
        json -> {
          for (Relation relation : site.relations()) {
            relation(json, site, relation);
          }
          functions(json, site);
        },
        site.base() + '/' + Site.DOCUMENT);
  }

  /** Those of one name are one entry: arguments tell them apart. */
  private static void functions(JsonGenerator json, Site site) throws IOException {
    SequencedMap<String, Routine> byPath = new LinkedHashMap<>();
    if (site.calls()) {
      site.catalog().routines().forEach(each -> byPath.putIfAbsent(site.path(each), each));
    }
    for (Map.Entry<String, Routine> each : byPath.entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", site.catalog().pathName(each.getValue().name()));
      json.writeStringField("kind", each.getValue().kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("href", each.getKey());
      strings(json, "key", List.of());
      strings(json, "relationships", List.of());
      json.writeEndObject();
    }
  }

  private static void relation(JsonGenerator json, Site site, Relation relation)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", site.name(relation));
    json.writeStringField("kind", kind(relation));
    json.writeStringField("href", site.path(relation));
    strings(json, "key", relation.identity().map(Key::columns).orElse(List.of()));
    strings(
        json,
        "relationships",
        site.catalog().relationships(relation.name()).stream().map(Relationship::name).toList());
    if (relation.comment().isPresent()) {
      json.writeStringField("comment", relation.comment().get());
    }
    json.writeEndObject();
  }

  private static String kind(Relation relation) {
    return switch (relation) {
      case Table ignored -> "table";
      case View ignored -> "view";
    };
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void write(Exchange exchange, Entries entries, String openApi) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("data");
      entries.write(json);
      json.writeEndArray();
      if (!openApi.isEmpty()) {
        json.writeStringField("openapi", openApi);
      }
      json.writeEndObject();
    }
    exchange.answer().document(200, MediaTypes.JSON, out.toByteArray());
  }

  /** The entries of an index. */
  @FunctionalInterface
  private interface Entries {
    void write(JsonGenerator json) throws IOException;
  }
}
