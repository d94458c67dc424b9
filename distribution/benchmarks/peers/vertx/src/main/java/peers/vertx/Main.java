package peers.vertx;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The limit: what a handler written by hand for these very routes reaches. */
public final class Main {

  private static final int EVENT_LOOPS = 2;

  private Main() {}

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    vertx
        .deployVerticle(Api.class, new DeploymentOptions().setInstances(EVENT_LOOPS))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }
}
