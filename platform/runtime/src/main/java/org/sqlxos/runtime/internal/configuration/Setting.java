package org.sqlxos.runtime.internal.configuration;

import java.util.List;

/**
 * One value as somebody wrote it.
 *
 * @param key dotted, for instance {@code databases.shop.url}
 * @param values one; or several where a list was written
 * @param source where it stands, for messages: {@code sqlx.yaml line 3}, {@code SQLX_HTTP_PORT},
 *     {@code --port}
 */
record Setting(String key, List<String> values, String source) {
  Setting {
    values = List.copyOf(values);
  }
}
