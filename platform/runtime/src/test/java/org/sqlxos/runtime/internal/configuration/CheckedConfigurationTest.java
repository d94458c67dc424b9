package org.sqlxos.runtime.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.runtime.internal.configuration.CheckedConfiguration.Address;

class CheckedConfigurationTest {

  private static final Address REST = new Address("org.sqlxos.rest", "");

  /** As bnd writes it from a component's annotation. */
  private static final String METATYPE =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="org.sqlxos.rest" name="REST">
          <AD id="limit.max" type="Integer" default="1000" min="1" max="5000"/>
          <AD id="ratio" type="Double" default="0.5" min="0" max="1"/>
          <AD id="count" type="Boolean" default="true"/>
          <AD id="mode" type="String" default="fast"><Option label="F" value="fast"/><Option label="S" value="slow"/></AD>
          <AD id="phases" type="String" cardinality="2147483647" default="A,B"/>
        </OCD>
        <OCD id="org.sqlxos.database" name="Database">
          <AD id="name" type="String"/>
          <AD id="url" type="String"/>
          <AD id="pool.max" type="Integer" default="8" min="1" max="256"/>
        </OCD>
        <Designate pid="org.sqlxos.rest"><Object ocdref="org.sqlxos.rest"/></Designate>
        <Designate factoryPid="org.sqlxos.database"><Object ocdref="org.sqlxos.database"/></Designate>
      </metatype:MetaData>
      """;

  @TempDir Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void aBundleDeclaresItsConfiguration() throws IOException {
    jar = folder.resolve("bundle.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("OSGI-INF/metatype/rest.xml"));
      zip.write(METATYPE.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void deliversTypedValuesToTheirPid() throws IOException {
    CheckedConfiguration checked =
        file(
            """
            http:
              port: 8080
            rest:
              limit: {max: 50}
              ratio: 0.25
              count: false
              phases: [X, Y]
            databases:
              shop:
                url: "sqlite:shop.db"
                pool: {max: 4}
            """);

    Map<String, Object> rest = checked.configurations().get(REST);
    assertEquals(50, rest.get("limit.max"));
    assertEquals(0.25, rest.get("ratio"));
    assertEquals(false, rest.get("count"));
    assertArrayEquals(new String[] {"X", "Y"}, (String[]) rest.get("phases"));
    assertEquals(
        Map.of("name", "shop", "url", "sqlite:shop.db", "pool.max", 4),
        checked.configurations().get(new Address("org.sqlxos.database", "shop")));
    assertEquals(Optional.of(8080), checked.http("port"));
    assertEquals(List.of("shop"), checked.databases());
  }

  @Test
  void variablesOverrideTheFileAndFlagsOverrideBoth() throws IOException {
    Path file =
        Files.writeString(folder.resolve("sqlx.yaml"), "rest: {limit: {max: 1}, mode: fast}");
    CheckedConfiguration checked =
        CheckedConfiguration.of(
            List.of(jar),
            Optional.of(file),
            Map.of(
                "SQLX_REST_LIMIT_MAX", "2",
                "SQLX_REST_MODE", "slow",
                "SQLX_DATABASES_MY_SHOP_URL", "sqlite:a.db",
                "PATH", "/bin"),
            Map.of("rest.limit.max", "3"));

    assertEquals(3, checked.configurations().get(REST).get("limit.max"));
    assertEquals("slow", checked.configurations().get(REST).get("mode"));
    assertEquals(List.of("my_shop"), checked.databases());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rest: {limt: {max: 5}}           | SQLX002 | sqlx.yaml line 2: nobody knows the key "rest.limt.max".
          wat: 1                           | SQLX002 | line 2: nobody knows the key "wat".
          rest: {limit: {max: many}}       | SQLX003 | line 2: "rest.limit.max" takes a whole number, not "many".
          rest: {limit: {max: 5001}}       | SQLX003 | takes a whole number from 1 to 5000, not "5001".
          rest: {limit: {max: 1.5}}        | SQLX003 | takes a whole number from 1 to 5000, not "1.5".
          rest: {ratio: 2}                 | SQLX003 | takes a number from 0 to 1, not "2".
          rest: {count: yes}               | SQLX003 | takes true or false, not "yes".
          rest: {mode: medium}             | SQLX003 | takes one of fast, slow, not "medium".
          rest: {mode: [fast, slow]}       | SQLX003 | takes a single value
          http: {port: 70000}              | SQLX003 | "http.port" takes a whole number from 0 to 65535
          databases: {shop: {pool: {max: 1}}} | SQLX004 | The key "databases.shop.url" has to be given.
          rest: {a                         | SQLX001 | sqlx.yaml
          just text                        | SQLX003 | sections are expected here
          """)
  void tellsWhatIsWrongAndWhere(String yaml, String code, String message) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> file("# a comment\n" + yaml + "\n"));

    assertEquals(code, refusal.problem().code().code());
    assertTrue(refusal.problem().detail().contains(message), refusal.problem().detail());
  }

  @Test
  void proposesTheNearestKey() {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> file("rest: {limit: {maxx: 1}}"));

    assertEquals(Optional.of("Perhaps you meant \"rest.limit.max\"."), refusal.problem().hint());
  }

  @Test
  void anUnknownVariableIsAnErrorToo() {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                CheckedConfiguration.of(
                    List.of(jar), Optional.empty(), Map.of("SQLX_REST_LIMIT", "2"), Map.of()));

    assertEquals("SQLX002", refusal.problem().code().code());
  }

  private CheckedConfiguration file(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("sqlx.yaml"), yaml);
    return CheckedConfiguration.of(List.of(jar), Optional.of(file), Map.of(), Map.of());
  }
}
