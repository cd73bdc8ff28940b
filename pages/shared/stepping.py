"""One step back in the browser for each press: a script, since the framework writes several."""

from pathlib import Path

SCRIPT = Path(__file__).with_name("history.js").read_text(encoding="utf-8")
HTML = f"<script>{SCRIPT}\nfremdriftHistory();</script>"
