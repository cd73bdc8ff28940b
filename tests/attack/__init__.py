"""An attacker that reads what the public is told and proves what follows from it; it shares no code with the product.

``attacker``: ``attack(documents, insider)``, the leaks. ``reading``: the documents' cells. ``knowing``: what a reader
takes them to say, as sums of unknown counts. ``reasoning``: what follows, quickly; ``exact``: the same without gaps,
slowly. ``history``: random histories of uploads to publish. ``naive``: careless publishers whose leaks must be seen.
"""
