"""The command line: one module a command, parsing apart from the work."""
