"""Commands with subcommands or long options, one file each. At the top they import click alone: help must be fast."""
