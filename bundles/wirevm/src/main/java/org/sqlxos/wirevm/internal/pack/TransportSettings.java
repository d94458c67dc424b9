package org.sqlxos.wirevm.internal.pack;

/** What a pack says of its transport: one record a transport. */
public sealed interface TransportSettings permits EmbeddedSettings, WireSettings {}
