package org.sqlxos.wirevm.internal.session;

/** How much of TLS a URL demands. */
enum TlsMode {
  DISABLE,
  /** Where the server speaks it; its certificate is not looked at. */
  PREFER,
  /** Always; its certificate is not looked at. */
  REQUIRE,
  /** Always; its certificate has to come from a trusted authority. */
  VERIFY_CA,
  /** Always; in addition the certificate has to be for the host of the URL. */
  VERIFY_FULL;

  boolean wanted() {
    return this != DISABLE;
  }

  boolean required() {
    return compareTo(REQUIRE) >= 0;
  }
}
