"""Documents to take away: made on the click, from the same finished texts as the page."""
