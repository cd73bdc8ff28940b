"""What the frames of a snapshot hold that are not the store's own, and the index everything is laid over."""

from model.basics.frames import Schema, count, date_of, day, moment, number, numeric, text

JOBCENTER, MONTH = text("jobcenter", "its code"), day("month", "its first day")
PLACED = (JOBCENTER, MONTH)  # ``Snapshot.index``: every jobcenter × every month figures are accepted for, in that order
JOBCENTERS = Schema("one jobcenter of the region, by code", (
    text("name", "without »Jobcenter«"), text("landsdel", "the part of the region"), number("tile_row", "of the grid"),
    number("tile_column", "of the grid"), day("participates_from", "the first day"),
    day("participates_to", "the last day")), index=(text("code", "the municipality's three digits"),))
TARGETS = Schema("one recorded target or baseline, oldest first; the newest that applies wins", (
    numeric("id", "in the order they were recorded"), text("part", "what is aimed at; see ``Target``"),
    text("scope", "national | regional | jobcenter"), text("jobcenter", "its code; None: of all"),
    numeric("value", "percent or persons, as its part says; None where there is a month"),
    date_of("month", "the month of a baseline; None where there is a value"), date_of("valid_from", "the first day"),
    date_of("valid_to", "the last day; None: until further notice"), text("source", "where it is written"),
    text("reason", "why"), moment("recorded_at", "UTC"), text("recorded_by", "who")))
ACTIVITIES = Schema("the newest row of each of the campaign's activities", (
    numeric("id", "of the row"), text("title", "its name"), text("target_group", "whom it is for"),
    text("responsible", "who answers for it"), text("schedule", "when, in words"),
    date_of("starts", "None where the plan has no day"), date_of("ends", "None where the plan has no day"),
    text("source", "where it is written"), text("reason", "why it was changed"), moment("recorded_at", "UTC"),
    text("recorded_by", "who")), index=(number("number", "its own in the plan"),))
PLANS = Schema("one change of a project's plan, oldest first; the newest of a part holds", (
    numeric("id", "in the order they were recorded"), text("project", "its name in files"),
    text("part", "what is changed; see ``PlanChange``"), text("about", "the measure or the number it is of"),
    date_of("on", "of a milestone"), numeric("value", "how many; None: a text, or nothing any more"),
    text("text", "of a point or a row"), text("reason", "why"), moment("recorded_at", "UTC"),
    text("recorded_by", "who")))
WIDE = Schema("one jobcenter in one month with any figure", (), index=PLACED,
              others=count("measure", "of the measure the column is named after; NA: not known"))
