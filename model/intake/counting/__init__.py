"""Lists with one row a person or an answer, made into counts: nothing else of them is kept anywhere."""
