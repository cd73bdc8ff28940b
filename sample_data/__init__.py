"""Invented figures for trying the dashboard: what a region would have received, and the script that made it."""
