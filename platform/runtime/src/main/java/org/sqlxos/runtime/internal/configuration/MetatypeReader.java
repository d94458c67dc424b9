package org.sqlxos.runtime.internal.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sqlxos.start.api.StartProblem;

/** Reads the sections that a bundle declares from its {@code OSGI-INF/metatype} documents. */
final class MetatypeReader {

  private static final String FOLDER = "OSGI-INF/metatype/";

  private final Map<String, Map<String, Attribute>> definitions = new HashMap<>();
  private final List<Section> sections = new ArrayList<>();

  static List<Section> read(Path jar) {
    MetatypeReader reader = new MetatypeReader();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
          try (InputStream in = file.getInputStream(entry)) {
            reader.document(in);
          }
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw StartProblem.BUNDLE_FAILED.problem(
          "The configuration that \"" + jar.getFileName() + "\" declares cannot be read.");
    }
    return reader.sections;
  }

  private void document(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    Map<String, Attribute> current = new LinkedHashMap<>();
    String designated = "";
    boolean isFactory = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "OCD" -> {
          current = new LinkedHashMap<>();
          definitions.put(xml.getAttributeValue(null, "id"), current);
        }
        case "AD" -> {
          Attribute attribute = attribute(xml);
          current.put(attribute.id(), attribute);
        }
        case "Option" -> withOption(current, xml.getAttributeValue(null, "value"));
        case "Designate" -> {
          String factoryPid = xml.getAttributeValue(null, "factoryPid");
          isFactory = factoryPid != null;
          designated = isFactory ? factoryPid : xml.getAttributeValue(null, "pid");
        }
        case "Object" -> designate(designated, isFactory, xml.getAttributeValue(null, "ocdref"));
        default -> {}
      }
    }
  }

  private void designate(String pid, boolean factory, String definition) {
    if (pid.startsWith(Section.PREFIX)) {
      sections.add(Section.of(pid, factory, definitions.getOrDefault(definition, Map.of())));
    }
  }

  private static Attribute attribute(XMLStreamReader xml) {
    String cardinality = xml.getAttributeValue(null, "cardinality");
    return new Attribute(
        xml.getAttributeValue(null, "id"),
        xml.getAttributeValue(null, "type"),
        cardinality != null && !cardinality.equals("0"),
        xml.getAttributeValue(null, "default") == null
            && !"false".equals(xml.getAttributeValue(null, "required")),
        Optional.ofNullable(xml.getAttributeValue(null, "min")),
        Optional.ofNullable(xml.getAttributeValue(null, "max")),
        List.of());
  }

  private static void withOption(Map<String, Attribute> attributes, String option) {
    Attribute last = new ArrayList<>(attributes.values()).getLast();
    List<String> options = new ArrayList<>(last.options());
    options.add(option);
    attributes.put(
        last.id(),
        new Attribute(
            last.id(), last.type(), last.list(), last.required(), last.min(), last.max(), options));
  }
}
