"""Dialogue meetings, and the good stories that come of them."""
