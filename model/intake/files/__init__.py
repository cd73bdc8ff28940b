"""Bytes to cells: the first gate."""
