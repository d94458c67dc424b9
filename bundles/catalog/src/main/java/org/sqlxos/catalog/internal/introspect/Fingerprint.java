package org.sqlxos.catalog.internal.introspect;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.Database;

/**
 * A digest of a whole model, equal exactly where the models are.
 *
 * <p>The model consists of records, lists, sets, optionals, enums, texts and numbers only. Each is
 * written with its kind and length in front, so that no two models are written alike, and sets are
 * sorted, for they are equal whatever their order. Walking the records' components means that a new
 * one cannot be forgotten here. It runs once an introspection.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(Database database) {
    try {
      byte[] canonical = written(database).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String written(Object part) {
    return switch (part) {
      case String text -> sized("s", text);
      case Enum<?> constant -> sized("e", constant.name());
      case Boolean truth -> sized("b", truth.toString());
      case Integer number -> sized("i", number.toString());
      case Optional<?> optional -> sized("o", optional.map(Fingerprint::written).orElse(""));
      case Set<?> set -> sized("u", String.join("", parts(set).stream().sorted().toList()));
      case List<?> list -> sized("l", String.join("", parts(list)));
      case Record record -> sized(record.getClass().getSimpleName(), components(record));
      default -> throw new IllegalStateException("the model has no " + part.getClass());
    };
  }

  private static List<String> parts(Collection<?> collection) {
    return collection.stream().map(Fingerprint::written).toList();
  }

  private static String components(Record record) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        text.append(written(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the records of the model are public", e);
      }
    }
    return text.toString();
  }

  private static String sized(String kind, String text) {
    return kind + text.length() + ":" + text;
  }
}
