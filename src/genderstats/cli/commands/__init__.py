"""The commands, one a file: NAME, HELP and `command`."""
