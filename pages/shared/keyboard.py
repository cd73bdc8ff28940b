"""What the keyboard is owed on every page: Enter takes a typed day, and after a press the focus stands on the answer.

An answer says what came of a check or a save. It has the class fd-answer, and a tabindex so that it can have the focus.
"""

from pathlib import Path

SCRIPT = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")
HTML = f"<script>{SCRIPT}\nfremdriftKeyboard();</script>"
