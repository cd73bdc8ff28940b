"""The campaign as it was printed: the region's jobcenters, its dates and its targets.

Sources: the campaign's activity plan ("En aktivitetsplan for virksomhedscenterkampagnen i Midtjylland",
2009) for dates and goals; Danmarks Statistik for codes and landsdele; the tile grid is our own.
"""

from datetime import date

NAME = "Virksomhedscenterkampagnen"
FIGURES_FROM = date(2008, 9, 1)
CAMPAIGN_STARTS = date(2009, 10, 1)
CAMPAIGN_ENDS = date(2011, 6, 1)
BASELINE = date(2009, 9, 1)
PLAN = "Aktivitetsplan for virksomhedscenterkampagnen i Midtjylland, afsnit D"

# code, name, landsdel, tile row, tile column, other spellings
JOBCENTERS = [
    ("615", "Horsens", "Østjylland", 4, 2, ()),
    ("657", "Herning", "Vestjylland", 2, 1, ()),
    ("661", "Holstebro", "Vestjylland", 1, 1, ()),
    ("665", "Lemvig", "Vestjylland", 1, 0, ()),
    ("671", "Struer", "Vestjylland", 0, 1, ()),
    ("706", "Syddjurs", "Østjylland", 1, 4, ()),
    ("707", "Norddjurs", "Østjylland", 0, 4, ()),
    ("710", "Favrskov", "Østjylland", 1, 3, ()),
    ("727", "Odder", "Østjylland", 3, 3, ()),
    ("730", "Randers", "Østjylland", 0, 3, ()),
    ("740", "Silkeborg", "Østjylland", 2, 2, ()),
    ("741", "Samsø", "Østjylland", 3, 4, ("Samsø (Århus)", "Samsø (Aarhus)")),
    ("746", "Skanderborg", "Østjylland", 3, 2, ()),
    ("751", "Aarhus", "Østjylland", 2, 3, ("Århus",)),
    ("756", "Ikast-Brande", "Vestjylland", 3, 1, ("Ikast Brande", "Ikast", "Ikats-Brande")),
    ("760", "Ringkøbing-Skjern", "Vestjylland", 2, 0,
     ("Ringkøbing Skjern", "Ringkøbing", "Ringk.-Skjern", "Ringk. Skjern", "Rkb-Skjern")),
    ("766", "Hedensted", "Østjylland", 4, 1, ()),
    ("779", "Skive", "Vestjylland", 0, 2, ()),
    ("791", "Viborg", "Vestjylland", 1, 2, ()),
]

# part, scope, value, month, valid from, source, reason
TARGETS = [
    ("share", "regional", 16, None, FIGURES_FROM, f"{PLAN}: »hvert jobcenter [skal] når op på at have mindst 16%«",
     "Kampagnens Mål 1, første del"),
    ("increase", "regional", 15, None, FIGURES_FROM,
     f"{PLAN}: »mindst en forøgelse på 15 personer i virksomhedsaktivering«", "Kampagnens Mål 1, anden del"),
    ("self_supporting", "regional", 20, None, FIGURES_FROM,
     f"{PLAN}: »20% … er selvforsørgende 4 uger efter afsluttet forløb i virksomhedsaktivering«",
     "Kampagnens Mål 2"),
    ("national", "national", 9000, None, FIGURES_FROM,
     f"{PLAN}: »på månedsbasis … 9.000 kontant- og starthjælpsmodtagere i matchgruppe 4«",
     "Landsmål, kun til orientering"),
    ("baseline_month", "regional", None, BASELINE, FIGURES_FROM,
     "Fremdrifts læsning: sidste hele måned før startkonferencen den 5. oktober 2009",
     "Planen nævner intet udgangspunkt"),
]
