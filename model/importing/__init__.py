"""A file that a command or a program hands in: the whole way from its bytes to what became of it."""
