package org.sqlxos.wirevm.internal.extender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sqlxos.wirevm.internal.driver.BundledDriver;

/**
 * The document of one pack, and where it comes from.
 *
 * @param place for messages
 * @param classes what the bundle or jar that brings it has; empty for a file
 * @param ranking of several with one name the one of the highest ranking is the base of others
 */
record PackSource(
    String place, JsonNode tree, Optional<BundledDriver.ClassSource> classes, int ranking) {

  String name() {
    return tree.path("name").asText();
  }

  List<String> schemes() {
    return StreamSupport.stream(tree.path("schemes").spliterator(), false)
        .map(JsonNode::asText)
        .sorted()
        .toList();
  }
}
