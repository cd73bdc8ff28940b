"""Our own scripts, as one text."""

from pages.shared import danish, keyboard, stepping
from pages.shared.escaping import Finished

HTML = Finished(stepping.HTML + danish.HTML + keyboard.HTML)
