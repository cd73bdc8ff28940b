"""What the measures are called that play a role in the programme which the house shows; see ``programme.Role``."""

from model.programmes.current import PROGRAMME

PERSONS, TOTAL = PROGRAMME.name_of("group"), PROGRAMME.name_of("reached")
PARTS = tuple(part.name for part in PROGRAMME.playing("part"))  # of the total
ENDED, SELF_SUPPORTING = PROGRAMME.name_of("ended"), PROGRAMME.name_of("outcome")
TELLS_MONTHS, TELLS_COURSES = (PROGRAMME.measure(role).public != "never" for role in ("reached", "outcome"))
TOLD_PARTS = tuple(part.name for part in PROGRAMME.playing("part") if part.public != "never")
JOB = PROGRAMME.name_of("outcome_beside")
CENTRE_ENDED, CENTRE_JOB = PROGRAMME.name_of("ended_after_centre"), PROGRAMME.name_of("outcome_after_centre")

# what is said beside the counts of a month; empty where the programme has none
MODEL, METHOD = PROGRAMME.name_if_played("model"), PROGRAMME.name_if_played("method")
REMARK, DELIVERED = PROGRAMME.name_if_played("remark"), PROGRAMME.name_if_played("delivered")
