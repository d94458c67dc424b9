package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.document.PackFault;

/** A part of a pack's document, for tests of those who read such parts. */
public final class JsonSections {

  private JsonSections() {}

  /**
   * @param faults where what is wrong is noted, with paths that begin with {@code $}
   */
  public static JsonSection of(String json, List<PackFault> faults) {
    try {
      return new JsonSection(new JsonMapper().readTree(json), "$", faults);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
