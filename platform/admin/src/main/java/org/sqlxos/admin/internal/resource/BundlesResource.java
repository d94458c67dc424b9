package org.sqlxos.admin.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsWhiteboardTarget;
import org.sqlxos.admin.internal.WhiteboardConfiguration;
import org.sqlxos.admin.internal.access.AccessFilter;
import org.sqlxos.admin.internal.answer.JsonDocument;

/** The bundles installed, in the order of their ids. */
@Component(service = BundlesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsExtensionSelect(AccessFilter.REQUIRED)
@Path("bundles")
public final class BundlesResource {

  private final BundleContext context;

  @Activate
  public BundlesResource(BundleContext context) {
    this.context = context;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonDocument list() {
    return json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("bundles");
      for (Bundle bundle : context.getBundles()) {
        json.writeStartObject();
        json.writeNumberField("id", bundle.getBundleId());
        json.writeStringField(
            "symbolic_name", Objects.requireNonNullElse(bundle.getSymbolicName(), ""));
        json.writeStringField("version", bundle.getVersion().toString());
        json.writeStringField("state", state(bundle.getState()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  static String state(int state) {
    return switch (state) {
      case Bundle.UNINSTALLED -> "uninstalled";
      case Bundle.INSTALLED -> "installed";
      case Bundle.RESOLVED -> "resolved";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      case Bundle.ACTIVE -> "active";
      default -> "unknown";
    };
  }
}
