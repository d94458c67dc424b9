package org.sqlxos.admin.internal.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsWhiteboardTarget;
import org.sqlxos.admin.internal.WhiteboardConfiguration;

/** Gives a {@link JsonDocument} the stream to write to. */
@Component(service = MessageBodyWriter.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsName("sqlx-admin-json")
public final class JsonDocumentWriter implements MessageBodyWriter<JsonDocument> {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return JsonDocument.class.isAssignableFrom(type);
  }

  // The interface of Jakarta REST has these parameters.
  @Override
  public void writeTo(
      JsonDocument document,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream entityStream)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(entityStream)) {
      document.write(json);
    }
  }
}
