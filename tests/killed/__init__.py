"""Processes that are killed on the way, at every step of what they do: afterwards all of it stands, or nothing.

``killing``: a child of a warm process that dies at its n-th step. ``deeds``: what it does, and on what. ``standing``:
what stands afterwards, to be held against before and after. ``counting``: one deed killed many times.
``reporting``: the sum of it.
"""
