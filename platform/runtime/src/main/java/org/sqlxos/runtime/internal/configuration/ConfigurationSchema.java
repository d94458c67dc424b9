package org.sqlxos.runtime.internal.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every section that may be configured: those the bundles declare, and the node's own. */
final class ConfigurationSchema {

  /**
   * The section of the HTTP server, which is a library with a configuration of its own; see {@code
   * NodeSettings}.
   */
  static final String HTTP = "http";

  private final Map<String, Section> sections = new LinkedHashMap<>();

  private ConfigurationSchema(Collection<Section> declared) {
    declared.forEach(section -> sections.put(section.name(), section));
  }

  static ConfigurationSchema of(Collection<Path> bundles) {
    List<Section> declared = new ArrayList<>();
    declared.add(http());
    bundles.forEach(jar -> declared.addAll(MetatypeReader.read(jar)));
    return new ConfigurationSchema(declared);
  }

  private static Section http() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Attribute attribute :
        List.of(
            new Attribute(
                "host", "String", false, false, Optional.empty(), Optional.empty(), List.of()),
            new Attribute(
                "port",
                "Integer",
                false,
                false,
                Optional.of("0"),
                Optional.of("65535"),
                List.of()))) {
      attributes.put(attribute.id(), attribute);
    }
    return new Section(HTTP, "http", false, attributes);
  }

  Collection<Section> sections() {
    return sections.values();
  }

  /** Where a dotted key leads. */
  Optional<Target> target(String key) {
    int dot = key.indexOf('.');
    Section section = dot < 0 ? null : sections.get(key.substring(0, dot));
    if (section == null) {
      return Optional.empty();
    }
    String rest = key.substring(dot + 1);
    if (!section.named()) {
      return section.attribute(rest).map(found -> new Target(section, "", found));
    }
    int next = rest.indexOf('.');
    if (next < 1) {
      return Optional.empty();
    }
    String entry = rest.substring(0, next);
    return section
        .attribute(rest.substring(next + 1))
        .map(found -> new Target(section, entry, found));
  }

  /**
   * The key that a variable's name means: {@code SQLX_REST_LIMIT_MAX} is {@code rest.limit.max}.
   */
  Optional<String> keyOf(String variable) {
    String wanted = variable.substring("SQLX_".length());
    for (Section section : sections.values()) {
      String prefix = upper(section.name()) + "_";
      if (wanted.startsWith(prefix)) {
        Optional<String> key = keyWithin(section, wanted.substring(prefix.length()));
        if (key.isPresent()) {
          return key.map(found -> section.name() + "." + found);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> keyWithin(Section section, String wanted) {
    for (Attribute attribute : section.attributes().values()) {
      String id = upper(attribute.id());
      if (!section.named() && wanted.equals(id)) {
        return Optional.of(attribute.id());
      }
      if (section.named() && wanted.endsWith("_" + id) && wanted.length() > id.length() + 1) {
        String entry = wanted.substring(0, wanted.length() - id.length() - 1);
        return Optional.of(entry.toLowerCase(Locale.ROOT) + "." + attribute.id());
      }
    }
    return Optional.empty();
  }

  private static String upper(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The known key that is most like a wrong one. */
  Optional<String> nearest(String key) {
    return sections.values().stream()
        .flatMap(
            section ->
                section.attributes().keySet().stream()
                    .map(id -> section.name() + (section.named() ? ".NAME." : ".") + id))
        .min(Comparator.comparingInt(known -> EditDistance.between(known, key)))
        .filter(known -> EditDistance.between(known, key) <= Math.max(3, key.length() / 3));
  }

  /**
   * Where a key leads.
   *
   * @param entry the name of the entry; empty where the section has no named entries
   */
  record Target(Section section, String entry, Attribute attribute) {}
}
