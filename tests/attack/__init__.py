"""An attacker that reads what the public is told and proves what follows from it; it shares no code with the product.

``attacker``: ``attack(documents, insider)``, the leaks. ``reading``: the documents' cells. ``printed``: small numbers
that they say outright. ``knowing``: what a reader takes them to say, as sums of unknown counts (``world``), with the
``rules``, and with what is taken to be unchanged (``versions``). ``reasoning``: what follows, quickly; ``exact``: the
same without gaps, slowly. ``history``: random histories of uploads to publish. ``naive``: careless publishers, and
``planted``: small histories in which their leaks must be seen; ``paper`` makes their documents.
"""
