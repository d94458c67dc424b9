package org.sqlxos.wirevm.internal.pack;

/** What a pack says of its transport. */
public sealed interface TransportSettings permits DriverSettings, WireSettings {}
