"""Our own scripts, as one text."""

from pages.shared import danish, keyboard
from pages.shared.escaping import Finished

HTML = Finished(danish.HTML + keyboard.HTML)
