"""The programme that this house is about, as its declaration says, with its plan and what was found before it."""

from model.programmes.kinds import Contract
from model.programmes.plan import Plan
from model.programmes.programmes import beside, chosen

PROGRAMME = chosen()
PLAN = PROGRAMME.plan or Plan()  # of a programme without one nothing is planned
FINDINGS = PROGRAMME.trials
PRICES = PROGRAMME.prices
COLLECTION = PROGRAMME.collection
BESIDE = beside(PROGRAMME.id)  # by their ids
HOUSE = {PROGRAMME.id: PROGRAMME} | BESIDE  # every programme that a reader may choose, the shown one first
LEDGER = tuple(HOUSE)  # by id whose uploads stand in one ledger, and are read together
# those of them whose units each report as a project; one with a contract reports as a whole
WITH_PROJECTS = {name: programme for name, programme in BESIDE.items() if not programme.aims(Contract)}

# days that forms and rules reckon from, whether or not they are planned
KICK_OFF = PLAN.kick_off or PROGRAMME.starts
HOTLINE_OPENS = PLAN.hotline.opens if PLAN.hotline else KICK_OFF
VISITS_FROM = PLAN.counselling.starts if PLAN.counselling else KICK_OFF
