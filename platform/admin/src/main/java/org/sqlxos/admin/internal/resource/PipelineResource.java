package org.sqlxos.admin.internal.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
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
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;

/** The chain in force: every phase in its order with its stages. */
@Component(service = PipelineResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsExtensionSelect(AccessFilter.REQUIRED)
@Path("pipeline")
public final class PipelineResource {

  private final NodeState state;

  @Activate
  public PipelineResource(@Reference NodeState state) {
    this.state = state;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonDocument describe() {
    Pipeline.Description description = state.pipeline().describe();
    return json -> {
      json.writeStartObject();
      json.writeBooleanField("complete", description.missing().isEmpty());
      json.writeArrayFieldStart("phases");
      for (Phase phase : Phase.values()) {
        write(json, phase, description);
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  private static void write(JsonGenerator json, Phase phase, Pipeline.Description description)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("phase", phase.name());
    json.writeBooleanField("required", description.required().contains(phase));
    json.writeBooleanField("missing", description.missing().contains(phase));
    json.writeArrayFieldStart("stages");
    for (Pipeline.StageDescription stage : description.stages()) {
      if (stage.phase() == phase) {
        json.writeStartObject();
        json.writeStringField("stage", stage.stage());
        json.writeStringField("bundle", stage.bundle());
        json.writeStringField("version", stage.version());
        json.writeNumberField("ranking", stage.ranking());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
