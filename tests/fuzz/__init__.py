"""Real files changed cell by cell, part by part and byte by byte: none may crash, hang or lose a figure in silence.

A fixed number runs in the suite (``test_fuzz``). Any number by hand: ``python -m tests.fuzz SECONDS [SEED]`` prints its
seed, counts what it ran by kind, keeps each file that failed in a folder it names, and ends with 1 if there was one.

``sources``: files to begin with. ``grids``: their cells, and what the file as it is says of each. ``cell_changes``,
``part_changes``, ``byte_changes``: what is done to them. ``invariants``: what must hold, with what
``fates`` reads of the account. ``trying``: one of each.
"""
