package org.sqlxos.runtime.internal.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.start.api.StartProblem;

/**
 * Everything that is configured, checked: file, then variables, then flags; the later one wins. A
 * key that nobody declares, or a value that does not fit, is an error that tells where it stands.
 */
public final class CheckedConfiguration {

  private static final String VARIABLE_PREFIX = "SQLX_";

  private final ConfigurationSchema schema;
  private final Map<Address, Map<String, Object>> configurations = new LinkedHashMap<>();

  /**
   * Which configuration a value belongs to.
   *
   * @param pid the PID or factory PID
   * @param entry the name of the entry for a factory PID, else empty
   */
  public record Address(String pid, String entry) {}

  private CheckedConfiguration(ConfigurationSchema schema) {
    this.schema = schema;
  }

  /**
   * @param bundles the jars whose declarations count
   * @param file the {@code sqlx.yaml}
   * @param variables the environment
   * @param flags dotted keys
   */
  public static CheckedConfiguration of(
      Collection<Path> bundles,
      Optional<Path> file,
      Map<String, String> variables,
      Map<String, String> flags) {
    CheckedConfiguration checked = new CheckedConfiguration(ConfigurationSchema.of(bundles));
    file.ifPresent(path -> YamlFile.read(path).forEach(checked::accept));
    variables.forEach(checked::acceptVariable);
    flags.forEach((key, value) -> checked.accept(new Setting(key, List.of(value), key)));
    checked.requireAll();
    return checked;
  }

  private void acceptVariable(String name, String value) {
    if (name.startsWith(VARIABLE_PREFIX)) {
      String key =
          schema
              .keyOf(name)
              .orElseThrow(
                  () ->
                      StartProblem.UNKNOWN_KEY.problem(
                          "The variable \"" + name + "\" means no known key."));
      accept(new Setting(key, List.of(value), name));
    }
  }

  private void accept(Setting setting) {
    ConfigurationSchema.Target target =
        schema.target(setting.key()).orElseThrow(() -> unknown(setting));
    Address address = new Address(target.section().pid(), target.entry());
    configurations
        .computeIfAbsent(address, CheckedConfiguration::named)
        .put(target.attribute().id(), new AttributeValue(target.attribute(), setting).typed());
  }

  private static Map<String, Object> named(Address address) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!address.entry().isEmpty()) {
      values.put("name", address.entry());
    }
    return values;
  }

  private RuntimeException unknown(Setting setting) {
    String detail = setting.source() + ": nobody knows the key \"" + setting.key() + "\".";
    return schema
        .nearest(setting.key())
        .map(
            near -> StartProblem.UNKNOWN_KEY.problem(detail, "Perhaps you meant \"" + near + "\"."))
        .orElseGet(() -> StartProblem.UNKNOWN_KEY.problem(detail));
  }

  private void requireAll() {
    for (Section section : schema.sections()) {
      configurations.forEach(
          (address, values) -> {
            if (address.pid().equals(section.pid())) {
              requireAll(section, address, values);
            }
          });
    }
  }

  private static void requireAll(Section section, Address address, Map<String, Object> values) {
    for (Attribute attribute : section.attributes().values()) {
      if (attribute.required() && !values.containsKey(attribute.id())) {
        String entry = address.entry().isEmpty() ? "" : address.entry() + ".";
        throw StartProblem.MISSING_KEY.problem(
            "The key \"" + section.name() + "." + entry + attribute.id() + "\" has to be given.");
      }
    }
  }

  /** The configurations for Configuration Admin; the node's own section is not among them. */
  public Map<Address, Map<String, Object>> configurations() {
    Map<Address, Map<String, Object>> delivered = new LinkedHashMap<>(configurations);
    delivered.remove(new Address(ConfigurationSchema.HTTP, ""));
    return delivered;
  }

  /** A value of the section {@code http}. */
  public Optional<Object> http(String id) {
    return Optional.ofNullable(
        configurations.getOrDefault(new Address(ConfigurationSchema.HTTP, ""), Map.of()).get(id));
  }

  /** The names of the configured databases. */
  public List<String> databases() {
    List<String> names = new ArrayList<>();
    for (Address address : configurations.keySet()) {
      if (address.pid().equals("org.sqlxos.database")) {
        names.add(address.entry());
      }
    }
    return names;
  }
}
