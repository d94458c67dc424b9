package org.sqlxos.launcher;

import picocli.CommandLine.Command;

/** {@code sqlx pack}: what is done with wire packs. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = "Work with wire packs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = PackCheckCommand.class)
final class PackCommand {}
