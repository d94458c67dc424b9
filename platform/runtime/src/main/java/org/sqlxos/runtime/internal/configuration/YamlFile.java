package org.sqlxos.runtime.internal.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.sqlxos.start.api.StartProblem;

/** Reads {@code sqlx.yaml} into settings that know their line. Nested keys become dotted ones. */
final class YamlFile {

  private final Path file;
  private final List<Setting> settings = new ArrayList<>();

  private YamlFile(Path file) {
    this.file = file;
  }

  static List<Setting> read(Path file) {
    YamlFile yaml = new YamlFile(file);
    Optional<Node> root;
    try {
      root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build())
              .composeString(Files.readString(file));
    } catch (IOException e) {
      throw StartProblem.CONFIGURATION_UNREADABLE.problem(
          "The configuration \"" + file + "\" cannot be read; is the path right?");
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw StartProblem.CONFIGURATION_UNREADABLE.problem(
          "\"" + file + "\"" + line + ": " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw StartProblem.CONFIGURATION_UNREADABLE.problem("\"" + file + "\" is not YAML.");
    }
    root.ifPresent(node -> yaml.collect("", node));
    return yaml.settings;
  }

  private void collect(String key, Node node) {
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple entry : mapping.getValue()) {
          String name = scalar(entry.getKeyNode());
          collect(key.isEmpty() ? name : key + "." + name, entry.getValueNode());
        }
      }
      case SequenceNode sequence ->
          settings.add(
              new Setting(
                  key, sequence.getValue().stream().map(this::scalar).toList(), place(node)));
      default -> {
        if (key.isEmpty()) {
          throw StartProblem.WRONG_VALUE.problem(place(node) + ": sections are expected here.");
        }
        settings.add(new Setting(key, List.of(scalar(node)), place(node)));
      }
    }
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw StartProblem.WRONG_VALUE.problem(place(node) + ": a plain value is expected here.");
  }

  private String place(Node node) {
    return file + node.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
  }
}
