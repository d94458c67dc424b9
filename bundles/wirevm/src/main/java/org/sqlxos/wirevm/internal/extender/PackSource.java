package org.sqlxos.wirevm.internal.extender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.sqlxos.wirevm.internal.driver.BundledDriver;

/**
 * The document of one pack, and where it comes from.
 *
 * @param place for messages
 * @param owner in whose name the pack is offered
 * @param classes what the bundle that brings it has; empty for a file
 * @param ranking of the service
 */
record PackSource(
    String place,
    JsonNode tree,
    BundleContext owner,
    Optional<BundledDriver.ClassSource> classes,
    int ranking) {

  String name() {
    return tree.path("name").asText();
  }
}
