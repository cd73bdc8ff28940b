"""One module per thing: the invented region, and one per sender's way of writing."""
