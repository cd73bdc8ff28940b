"""The second gate: what every heading of the sender's means."""
