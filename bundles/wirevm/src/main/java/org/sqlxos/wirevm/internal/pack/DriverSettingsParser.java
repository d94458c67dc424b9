package org.sqlxos.wirevm.internal.pack;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlxos.dialect.api.Syntax.Names;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.pack.MetadataSettings.TypeNames;

/** Reads the sections {@code embedded} and {@code jdbc}. */
final class DriverSettingsParser {

  private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]+:[\\w.-]+");

  private DriverSettingsParser() {}

  static DriverSettings embedded(JsonSection section, Optional<MetadataSettings> metadata) {
    DriverSettings settings =
        new DriverSettings(
            Optional.of(section.text("driver")),
            section.text("url"),
            section.flag("existingFile"),
            0,
            section.section("properties").map(JsonSection::allTexts).orElse(Map.of()),
            section.texts("onConnect"),
            Optional.empty(),
            metadata);
    requireRest(section, settings);
    section.end();
    return settings;
  }

  static DriverSettings jdbc(JsonSection section, Optional<MetadataSettings> metadata) {
    DriverSettings settings =
        new DriverSettings(
            section.optionalText("driver"),
            section.text("url"),
            false,
            section.optionalInteger("port").orElse(0),
            section.section("properties").map(JsonSection::allTexts).orElse(Map.of()),
            section.texts("onConnect"),
            section.optionalText("artifact"),
            metadata);
    if (settings.artifact().filter(name -> !ARTIFACT.matcher(name).matches()).isPresent()) {
      section.fault("artifact", "Maven coordinates group:artifact expected");
    }
    if (!settings.url().contains("${host}")) {
      requireRest(section, settings);
    }
    section.end();
    return settings;
  }

  private static void requireRest(JsonSection section, DriverSettings settings) {
    if (!settings.url().isBlank() && !settings.url().contains("${rest}")) {
      section.fault("url", "${rest} expected somewhere in it, the place of what the user gives");
    }
  }

  static MetadataSettings metadata(JsonSection section) {
    MetadataSettings settings =
        new MetadataSettings(
            section.optionalPattern("systemSchemas", 0),
            section.optionalPattern("systemRelations", 0),
            section.has("names")
                ? section.choice("names", Names.class).orElse(Names.AS_STORED)
                : Names.AS_STORED,
            section.has("typeNames")
                ? section.choice("typeNames", TypeNames.class).orElse(TypeNames.NATIVE)
                : TypeNames.NATIVE);
    section.end();
    return settings;
  }
}
