"""What the texts call things, as the programme that the house shows declares them; in the middle of a sentence."""

from model.basics.formatting import genitive, listing, plural
from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme


def whole_name(programme: Programme) -> str:
    """A programme's name with its place and years."""
    years = dict.fromkeys(str(day.year) for day in (programme.starts, programme.ends))
    place = "" if programme.region in programme.name else f" i {programme.region}"
    return f"{programme.name}{place} {'–'.join(years)}"


REGION, ITSELF, ITS = PROGRAMME.region, PROGRAMME.itself, genitive(PROGRAMME.itself)  # kampagnen, kampagnens
ORGANISER, SHORT = PROGRAMME.organiser.name, PROGRAMME.organiser.short
WHOLE_NAME = whole_name(PROGRAMME)
GOAL_1, GOAL_2 = PROGRAMME.all_of.title, PROGRAMME.outcome.title

_group, _reached, _ended, _outcome = (PROGRAMME.measure(role) for role in ("group", "reached", "ended", "outcome"))
_parts = PROGRAMME.playing("part")
GROUP, GROUP_SHORT = _group.plural, _group.noun  # kontant- og starthjælpsmodtagere i matchgruppe 4, matchgruppe 4
ACTIVATION, THE_ACTIVATION = _reached.noun, _reached.definite
PARTS_OR = listing((part.noun for part in _parts), word="eller") or ACTIVATION  # virksomhedspraktik eller løntilskud
PARTS_AND = listing(part.noun for part in _parts) or ACTIVATION
SHORT_PARTS = listing(part.short.lower() for part in _parts) or ACTIVATION  # praktik og løntilskud
SHORT_PARTS_OR = listing((part.short.lower() for part in _parts), word="eller") or ACTIVATION
ENDED_HEADING, OUTCOME_HEADING = (each.short or each.heading for each in (_ended, _outcome))
ENDED = _ended.heading.lower()
SUPPORT, THE_SUPPORT, SUPPORTED = _outcome.noun, _outcome.definite, _outcome.plural  # selvforsørgelse(n), -ende
WEEKS = plural(PROGRAMME.outcome.weeks, "uge", "uger")
SUPPORTED_AFTER = f"{SUPPORTED} {WEEKS} efter"
OTHER_OUTCOME = PROGRAMME.measure("outcome_beside").noun  # job eller uddannelse
OTHER_OUTCOME_AFTER = f"{OTHER_OUTCOME} {WEEKS} efter"

# where a series stops being comparable with itself, and what is said of an increase that is counted across it
_model, _method = (next(iter(PROGRAMME.playing(role)), None) for role in ("model", "method"))
NEW_MODEL = (_model and _model.broken) or "Databrud"
NEW_METHOD = (_method and _method.broken) or "Databrud"
RESERVED = (_model and _model.reserved) or "udgangspunktet er opgjort på en anden måde"
