"""What a place in a virksomhedscenter costs and what may be saved: a calculation from a price example, not a result."""
