package org.sqlxos.launcher;

import picocli.CommandLine.Command;

/** {@code sqlx policy}: what is done with policies. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Work with policies.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = PolicyExplainCommand.class)
final class PolicyCommand {}
