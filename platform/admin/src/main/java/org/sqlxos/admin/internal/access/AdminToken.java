package org.sqlxos.admin.internal.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret of the admin API. Without it there is no {@link AccessFilter}, and without that no
 * resource.
 */
@Component(service = AdminToken.class, configurationPid = "org.sqlxos.admin")
@Designate(ocd = AdminConfiguration.class)
public final class AdminToken {

  private static final Logger log = LoggerFactory.getLogger(AdminToken.class);
  private static final String SCHEME = "Bearer ";

  private final byte[] token;

  @Activate
  public AdminToken(BundleContext context, AdminConfiguration configuration) {
    Path file = data(context).resolve(configuration.token_file());
    this.token = new TokenFile(file).token().getBytes(StandardCharsets.US_ASCII);
    log.info("The token of the admin API is in {}", file);
  }

  AdminToken(String token) {
    this.token = token.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether a header {@code Authorization} carries the token. Takes the same time whatever part of
   * it is right.
   */
  boolean opens(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String given = authorization.substring(SCHEME.length()).strip();
    return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  private static Path data(BundleContext context) {
    return Path.of(Objects.requireNonNullElse(context.getProperty("sqlx.data"), "sqlx-data"));
  }
}
