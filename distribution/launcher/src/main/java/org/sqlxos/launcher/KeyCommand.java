package org.sqlxos.launcher;

import picocli.CommandLine.Command;

/** {@code sqlx key}: what is done with API keys. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Work with API keys.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = KeyCreateCommand.class)
final class KeyCommand {}
