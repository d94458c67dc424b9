package org.sqlxos.wirevm.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.UrlDefaults;

class WireUrlTest {

  private static WireUrl parse(String text) {
    return WireUrl.parse(
        ConnectionUrl.parse(text), 7000, List.of(), new UrlDefaults(Map.of(), Optional.empty()));
  }

  @Test
  void readsSeveralHosts() {
    WireUrl url = parse("db://u:p@one:1,two,[::1]:3,[::2]/shop");
    assertEquals(
        List.of(
            new Host("one", 1, null),
            new Host("two", 7000, null),
            new Host("::1", 3, null),
            new Host("::2", 7000, null)),
        url.servers().hosts());
    assertEquals("one", url.host());
    assertEquals("two", url.on(url.servers().hosts().get(1)).host());
    assertEquals("shop", url.database());
  }

  @Test
  void asksForAPrimaryWhereThereAreSeveralHosts() {
    assertSame(TargetRole.ANY, parse("db://one/shop").servers().role());
    assertSame(TargetRole.PRIMARY, parse("db://one,two/shop").servers().role());
    assertSame(
        TargetRole.STANDBY,
        parse("db://one,two/shop?target_session_attrs=read-only").servers().role());
  }

  @Test
  void readsGoWhereWritesGoUnlessTheUrlSaysOtherwise() {
    assertFalse(parse("db://one,two/shop").servers().split());
    assertTrue(parse("db://one,two/shop?read_from=prefer-standby").servers().split());
    Servers replicas = parse("db://one/shop?replicas=two:2,three").servers();
    assertTrue(replicas.split());
    assertEquals(
        List.of(new Host("two", 2, null), new Host("three", 7000, null)), replicas.replicas());
  }

  @Test
  void demandsTlsAsSoonAsOneHostIsElsewhere() {
    assertSame(TlsMode.PREFER, parse("db://localhost,127.0.0.1/shop").tls());
    assertSame(TlsMode.VERIFY_FULL, parse("db://localhost,elsewhere/shop").tls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db://one:0/shop",
        "db://one,two:x/shop",
        "db://one/shop?target_session_attrs=leader",
        "db://one/shop?read_from=leader",
        "db://one/shop?replicas=two:70000",
        "db:one"
      })
  void refusesWhatItDoesNotUnderstand(String text) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> parse(text));
    assertSame(WireProblem.URL_REFUSED, refusal.problem().code());
  }
}
