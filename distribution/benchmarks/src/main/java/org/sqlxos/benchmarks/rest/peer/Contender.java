package org.sqlxos.benchmarks.rest.peer;

import java.util.Arrays;
import java.util.List;
import org.sqlxos.benchmarks.rest.work.DataRestRoutes;
import org.sqlxos.benchmarks.rest.work.OurRoutes;
import org.sqlxos.benchmarks.rest.work.PeerRoutes;
import org.sqlxos.benchmarks.rest.work.Routes;

/** Who takes part. */
public enum Contender {
  OURS("ours", new OurProgram(), new OurRoutes()),
  /** The limit. */
  VERTX(
      "vertx",
      new MavenProgram("vertx", "peers.vertx.Main", List.of("vertx-core", "vertx-pg-client")),
      new PeerRoutes()),
  KNEX("knex", new NodeProgram("knex"), new PeerRoutes()),
  SEQUELIZE("sequelize", new NodeProgram("sequelize"), new PeerRoutes()),
  PRISMA("prisma", new NodeProgram("prisma"), new PeerRoutes()),
  SPRING(
      "spring-jpa",
      new MavenProgram(
          "spring",
          "peers.spring.controller.ControllerApplication",
          List.of("spring-boot", "hibernate-core", "tomcat-embed-core", "postgresql")),
      new PeerRoutes()),
  DATA_REST(
      "spring-data-rest",
      new MavenProgram(
          "spring",
          "peers.spring.datarest.DataRestApplication",
          List.of("spring-boot", "spring-data-rest-core")),
      new DataRestRoutes());

  private final String key;
  private final Program program;
  private final Routes routes;

  Contender(String key, Program program, Routes routes) {
    this.key = key;
    this.program = program;
    this.routes = routes;
  }

  /**
   * The contender with a name of arguments.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Contender of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender '%s'; there are %s"
                        .formatted(key, Arrays.stream(values()).map(Contender::key).toList())));
  }

  /** The name in arguments and in the report. */
  public String key() {
    return key;
  }

  public Program program() {
    return program;
  }

  public Routes routes() {
    return routes;
  }

  /** Whether it is an object mapper or query builder on Node. */
  public boolean onNode() {
    return program instanceof NodeProgram;
  }
}
