"""Whole columns of cells as counts, months, dates and places."""
