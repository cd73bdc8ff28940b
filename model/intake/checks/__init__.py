"""The third and fourth gates: keys, figures and the rules between them."""
