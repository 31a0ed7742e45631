"""The network: addresses that are checked, answers within bounds, feeds, and what was seen of them before."""
