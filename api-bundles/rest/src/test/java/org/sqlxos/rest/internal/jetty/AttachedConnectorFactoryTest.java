package org.sqlxos.rest.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.sqlxos.rest.internal.request.RestProblem;

/** What Jetty refuses, over a real connection. */
final class AttachedConnectorFactoryTest {

  @SuppressWarnings("unused") // by name, as the source of the cases
  private static final List<Arguments> REFUSED =
      List.of(
          refused(RawHttp.get("/a%00b"), RestProblem.MALFORMED_REQUEST),
          refused(RawHttp.get("/a%zz<b>"), RestProblem.MALFORMED_REQUEST),
          refused(RawHttp.get("/a%2"), RestProblem.MALFORMED_REQUEST),
          refused(RawHttp.get("/../../x"), RestProblem.MALFORMED_REQUEST),
          refused("GET / HTTP/1.1\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused("GET / HTTP/1.1\r\nHost: a b<i>\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused("GET / HTTP/1.1\r\nHost: a\r\nX\0: 1\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused("\u0016\u0003\u0001 hello\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused("<script>x</script> / HTTP/1.1\r\n\r\n", RestProblem.MALFORMED_REQUEST),
          refused(
              "POST / HTTP/1.1\r\n"
                  + "Host: a\r\n"
                  + "Content-Length: 3\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n",
              RestProblem.MALFORMED_REQUEST),
          refused(RawHttp.get("/" + "a".repeat(20_000)), RestProblem.URI_TOO_LONG),
          refused(
              "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
              RestProblem.HEADERS_TOO_LARGE),
          refused(
              "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: cake\r\n\r\n",
              RestProblem.EXPECTATION_UNKNOWN),
          refused("GET / HTTP/3.7\r\nHost: a\r\n\r\n", RestProblem.VERSION_UNSUPPORTED),
          refused("GET /\r\n\r\n", RestProblem.VERSION_UNSUPPORTED),
          refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", RestProblem.VERSION_UNSUPPORTED),
          refused(RawHttp.get("/nobody-is-here"), RestProblem.PATH_UNKNOWN));

  private final Server server = new Server();
  private ServerConnector network;

  @BeforeEach
  void start() throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setSendServerVersion(false);
    network = new ServerConnector(server, new HttpConnectionFactory(http));
    network.setHost("127.0.0.1");
    server.addConnector(network);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void tellsWhatJettyRefusesAsAProblem(String octets, RestProblem problem) throws Exception {
    attach();

    RawHttp answer = RawHttp.send(network.getLocalPort(), octets);

    answer.assertProblem(problem);
    assertFalse(answer.body().contains("<"), answer.body());
    assertFalse(answer.body().contains("instance"), answer.body());
  }

  @Test
  void leavesTheBodyOutForHead() throws Exception {
    attach();

    RawHttp answer =
        RawHttp.send(
            network.getLocalPort(),
            "HEAD / HTTP/1.1\r\nHost: a\r\nExpect: cake\r\nConnection: close\r\n\r\n");

    assertTrue(answer.head().startsWith("HTTP/1.1 417 "), answer.head());
    assertEquals("", answer.body());
  }

  @Test
  void hasNoParserKeepHeadersForItsConnection() throws Exception {
    attach();
    ServerConnector later = new ServerConnector(server, new HttpConnectionFactory());
    server.addConnector(later);

    for (ServerConnector connector : List.of(network, later)) {
      HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
      assertEquals(0, http.getHttpConfiguration().getHeaderCacheSize());
    }
  }

  @Test
  void givesJettysOwnPagesBackWhenItGoes() throws Exception {
    Connector attached = attach();

    detach(attached);

    assertTrue(nobody().head().contains("text/html"));
  }

  @Test
  void staysWithTheNewerVersionWhenTheOlderGoes() throws Exception {
    Connector older = attach();
    Connector newer = attach();

    detach(older);
    nobody().assertProblem(RestProblem.PATH_UNKNOWN);

    detach(newer);
    assertTrue(nobody().head().contains("text/html"));
  }

  private RawHttp nobody() throws Exception {
    return RawHttp.send(network.getLocalPort(), RawHttp.get("/nobody-is-here"));
  }

  // As Felix does with each ConnectorFactory.
  private Connector attach() throws Exception {
    Connector connector = new AttachedConnectorFactory().createConnector(server);
    server.addConnector(connector);
    connector.start();
    return connector;
  }

  private void detach(Connector connector) throws Exception {
    connector.stop();
    server.removeConnector(connector);
  }

  private static Arguments refused(String octets, RestProblem problem) {
    return Arguments.of(octets, problem);
  }
}
