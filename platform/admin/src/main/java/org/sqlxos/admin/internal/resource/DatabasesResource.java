package org.sqlxos.admin.internal.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsWhiteboardTarget;
import org.sqlxos.admin.internal.WhiteboardConfiguration;
import org.sqlxos.admin.internal.access.AccessFilter;
import org.sqlxos.admin.internal.answer.JsonDocument;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The databases connected, by name, with what their catalogs say of them. */
@Component(service = DatabasesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsExtensionSelect(AccessFilter.REQUIRED)
@Path("databases")
public final class DatabasesResource {

  private final NodeState state;

  @Activate
  public DatabasesResource(@Reference NodeState state) {
    this.state = state;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonDocument list() {
    return json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("databases");
      for (ConnectedDatabase database : state.databases()) {
        write(json, database, state.catalog(database.name()));
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  private static void write(
      JsonGenerator json, ConnectedDatabase database, Optional<CatalogSnapshot> catalog)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", database.name());
    json.writeStringField("pack", database.pack().name());
    json.writeStringField("product", database.pack().product());
    json.writeBooleanField("introspected", catalog.isPresent());
    if (catalog.isPresent()) {
      CatalogSnapshot snapshot = catalog.get();
      json.writeStringField("version", snapshot.database().version());
      json.writeStringField("fingerprint", snapshot.fingerprint());
      json.writeStringField("introspected_at", snapshot.takenAt().toString());
      json.writeNumberField("relations", snapshot.relations().size());
    }
    json.writeEndObject();
  }
}
