package org.sqlxos.wirevm.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.pack.WireSettings;
import org.sqlxos.wirevm.internal.protocol.Protocol;

/** What must not be shown follows from the packs themselves. */
class SecretVariablesTest {

  private static Set<String> secrets(String pack) throws Exception {
    try (InputStream document = Files.newInputStream(Path.of(pack))) {
      WireSettings settings = (WireSettings) PackParser.parse(document).transport();
      Protocol protocol = settings.protocol();
      List<String> names = protocol.variables().names();
      Set<String> secrets = new TreeSet<>();
      SecretVariables.of(protocol).forEach(place -> secrets.add(names.get(place)));
      return secrets;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../docs/guides/tide/tide.json | backend.id nonce proof url.password",
        "../../wirepack-bundles/postgresql/src/main/resources/wirepack.json"
            + "| answer salt sasl.serverFirst sasl.serverFinal sasl.message sasl.nonce url.password"
            + " backend.secret",
        "../../wirepack-bundles/mysql/src/main/resources/wirepack.json"
            + "| auth.response auth.data salt salt.first salt.second url.password",
      })
  void whatIsWorkedOutOfThePasswordIsSecret(String pack, String expected) throws Exception {
    Set<String> wanted = new TreeSet<>(Arrays.asList(expected.strip().split(" +")));

    wanted.removeAll(secrets(pack));

    assertEquals(Set.of(), wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../docs/guides/tide/tide.json | server.version url.user url.database statement.text",
        "../../wirepack-bundles/postgresql/src/main/resources/wirepack.json"
            + "| sasl.mechanisms sasl.mechanism url.user setting.name setting.value error.message",
        "../../wirepack-bundles/mysql/src/main/resources/wirepack.json"
            + "| auth.plugin server.version server.capabilities capabilities url.user",
      })
  void whatHelpsToSeeWhatHappensIsNot(String pack, String expected) throws Exception {
    Set<String> shown = new TreeSet<>(Arrays.asList(expected.strip().split(" +")));

    shown.retainAll(secrets(pack));

    assertEquals(Set.of(), shown);
  }
}
