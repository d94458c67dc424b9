package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of one jar, or folder, of a class path names: paths with commas between them,
 * in which <code>*</code> stands for any one folder, as {@link BundleDocuments} reads them.
 */
record ClassPathDocuments(URL manifest, Attributes attributes) {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String ANY_FOLDER = "*/";

  static List<ClassPathDocuments> of(ClassLoader classes) throws IOException {
    List<ClassPathDocuments> all = new ArrayList<>();
    for (URL manifest : Collections.list(classes.getResources(MANIFEST))) {
      try (InputStream content = manifest.openStream()) {
        all.add(new ClassPathDocuments(manifest, new Manifest(content).getMainAttributes()));
      }
    }
    return all;
  }

  /** The files that a header names. */
  List<URL> documents(String header) throws IOException {
    List<URL> documents = new ArrayList<>();
    for (String path : values(header)) {
      if (path.startsWith(ANY_FOLDER)) {
        String name = path.substring(ANY_FOLDER.length());
        for (String folder : folders(name)) {
          documents.add(beside(folder + "/" + name));
        }
      } else {
        documents.add(beside(path));
      }
    }
    return documents;
  }

  /** What a header says of names: {@code name=value}. */
  Map<String, String> named(String header) {
    Map<String, String> named = new HashMap<>();
    for (String value : values(header)) {
      int equals = value.indexOf('=');
      if (equals > 0) {
        named.put(value.substring(0, equals).strip(), value.substring(equals + 1).strip());
      }
    }
    return named;
  }

  private List<String> values(String header) {
    @Nullable String value = attributes.getValue(header);
    return value == null ? List.of() : Stream.of(value.split(",", -1)).map(String::strip).toList();
  }

  private URL beside(String path) throws IOException {
    String text = manifest.toString();
    return URI.create(text.substring(0, text.length() - MANIFEST.length()) + path).toURL();
  }

  /** The folders that have a file of this name. */
  private List<String> folders(String name) throws IOException {
    if (manifest.openConnection() instanceof JarURLConnection jar) {
      String end = "/" + name;
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(entry -> entry.endsWith(end))
          .map(entry -> entry.substring(0, entry.length() - end.length()))
          .filter(folder -> folder.indexOf('/') < 0)
          .sorted()
          .toList();
    }
    Path root = Path.of(URI.create(beside("").toString()));
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(name)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
