"""Virksomhedscentre as open periods with places: how many are active, who opens and closes, and who sits there.

A centre is *active* in a month when it is open at the end of the month's last day. A period runs from the day it
opened up to, and not including, the day it closed, so active(t) = active(t−1) + opened(t) − closed(t).

*Places at month t* of one open period are: the month's own number where it is stated; in a gap between two such months
the one before the gap; before the first such month that first one; after the last of them, or where there is none, the
number last stated of the period itself. A number that the sender withheld is unknown, and nothing stands in for it.

*Occupancy* is Σ occupied / Σ places over the active centres of which both are known. Nothing is clipped at 100 %.
"""
