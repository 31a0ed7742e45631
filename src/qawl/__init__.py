"""qawl reads Arabic news and keeps a sourced ledger of it: who said what, to whom, in whose words."""

__version__ = "0.1.0"
