"""Reference data a new database starts with: the region's jobcenters, the campaign and its targets.

Sources: the campaign's activity plan ("En aktivitetsplan for virksomhedscenterkampagnen i Midtjylland",
2009) for dates and goals; Danmarks Statistik for codes and landsdele; the tile grid is our own.
"""

from datetime import UTC, date, datetime

from sqlmodel import Session, SQLModel, select

from model.basics.formatting import normalise
from model.programmes import activity_plan
from model.store.tables.base import Campaign, DataVersion, Jobcenter, JobcenterAlias, Target

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


def rows() -> list[SQLModel]:
    """Table rows of the reference data, in an order that satisfies the foreign keys."""
    found: list[SQLModel] = [DataVersion(id=1, n=0),
                             Campaign(id=1, name="Virksomhedscenterkampagnen", figures_from=FIGURES_FROM,
                                      starts=CAMPAIGN_STARTS, ends=CAMPAIGN_ENDS)]
    for code, name, landsdel, row, column, _ in JOBCENTERS:
        found.append(Jobcenter(code=code, name=name, landsdel=landsdel, tile_row=row, tile_column=column,
                               participates_from=FIGURES_FROM, participates_to=CAMPAIGN_ENDS))
    for code, name, *_, others in JOBCENTERS:
        spellings = dict.fromkeys(normalise(spelling) for spelling in (name, *others))
        found.extend(JobcenterAlias(alias=alias, code=code) for alias in spellings)
    for part, scope, value, month, valid_from, source, reason in TARGETS:
        found.append(Target(part=part, scope=scope, value=value, month=month, valid_from=valid_from, source=source,
                            reason=reason, recorded_at=datetime(2008, 9, 1, tzinfo=UTC), recorded_by="Fremdrift"))
    return found


def insert(session: Session) -> None:
    """Add the reference data of every table that has none yet: all of a new schema, the new tables of a grown one."""
    found = [*rows(), *activity_plan.rows()]
    empty = {kind for kind in dict.fromkeys(type(row) for row in found)
             if session.exec(select(kind).limit(1)).first() is None}
    for row in found:
        if type(row) in empty:
            session.add(row)
            session.flush()
