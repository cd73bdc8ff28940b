"""Sixty faults a change could make: a limit off by one, a comparison turned, a mark lost, a check skipped.

Each is a piece of the product's text that stands in one place only, and what stands there instead.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """``text`` is replaced by ``instead``; what: the fault in words."""

    what: str
    text: str
    instead: str


GOALS = (
    Fault("a share exactly at the target is not reached",
          "return 100 * x >= percent * n", "return 100 * x > percent * n"),
    Fault("needed persons are rounded down", "return -(-(percent * n) // 100)", "return (percent * n) // 100"),
    Fault("an increase exactly at the target is not reached", '"increase_reached": increase >= target',
          '"increase_reached": increase > target'),
    Fault("one half is enough for both", "[~known, reached == len(parts), reached > 0]",
          "[~known, reached > 0, reached > 0]"),
    Fault("the smaller of the two shortfalls is told",
          'missing = np.maximum(share["share_missing"], increase["increase_missing"])',
          'missing = np.minimum(share["share_missing"], increase["increase_missing"])'),
    Fault("a total that is missing is the first part alone", "added = first + second", "added = first"),
    Fault("a hidden total counts as a missing one", "absent = total.isna() & ~total_hidden", "absent = total.isna()"),
    Fault("a target group of nobody has a share",
          "persons[(persons == 0).fillna(False)] = pd.NA", "persons[(persons < 0).fillna(False)] = pd.NA"),
    Fault("the widest target wins over the narrowest", '_WIDTH = {"national": 0, "regional": 1, "jobcenter": 2}',
          '_WIDTH = {"national": 2, "regional": 1, "jobcenter": 0}'),
    Fault("a target holds from the month after its first",
          "applies = months >= _day(begins[position])", "applies = months > _day(begins[position])"),
    Fault("the region's share is of all persons, not of those with both numbers",
          "if g.persons is not None and g.activated is not None]", "if g.persons is not None]"),
    Fault("the year the baseline stands on new groups is not indicative",
          "return on_new & ~(on_new[at] & (at >= 0)) & base.applies",
          "return on_new & (on_new[at] & (at >= 0)) & base.applies"),
    Fault("a pace of nearly enough is enough", "return math.floor(per_step * steps + TINY)",
          "return math.ceil(per_step * steps)"),
)
COHORTS = (
    Fault("a cohort is mature a day late",
          '"mature": known & (came >= measurable)', '"mature": known & (came > measurable)'),
    Fault("a week is eight days", "WAIT = 7 *", "WAIT = 8 *"),
    Fault("the delay of the register is forgotten", "pd.Timedelta(days=WAIT + register_delay_days)",
          "pd.Timedelta(days=WAIT)"),
    Fault("months before the campaign are in goal 2", "return slice(None) if row is None else slice(row, row + 1), "
          "slice(first, max(first, last))",
          "return slice(None) if row is None else slice(row, row + 1), slice(0, last)"),
    Fault("goal 2 counts what is not mature",
          'x, n = (int((laid[name][part] * mature).sum()) for name in ("successes", "ended"))',
          'x, n = (int(laid[name][part].sum()) for name in ("successes", "ended"))'),
    Fault("certain under twenty",
          "if n < FEWEST:\n        return \"too_few\"", "if n < FEWEST - 1:\n        return \"too_few\""),
)
ACTIVITIES = (
    Fault("a day is held a day early",
          "over = snapshot.course_days[\"held_on\"].map(lambda held: held < snapshot.data_date)",
          "over = snapshot.course_days[\"held_on\"].map(lambda held: held <= snapshot.data_date)"),
    Fault("nobody came and not reported are one", 'states[attended.eq(0).fillna(False)] = NOBODY',
          'states[attended.eq(0).fillna(False)] = NOT_REPORTED'),
    Fault("seats of days that are not reported count", 'seats=int(days.loc[known, "most"].sum())',
          'seats=int(days["most"].sum())'),
    Fault("a sum with a role missing is the whole", 'totals["at_least"] = totals["attended"].notna() & lacking',
          'totals["at_least"] = totals["attended"].isna() & lacking'),
    Fault("whoever begins answers for the day the organiser takes over",
          "return PLAN.hotline.first if PLAN.hotline and day < PLAN.hotline.handover else SHORT",
          "return PLAN.hotline.first if PLAN.hotline and day <= PLAN.hotline.handover else SHORT"),
    Fault("what was answered on the day of the handover was not open", '(frame["answered_on"] >= day))]',
          '(frame["answered_on"] > day))]'),
    Fault("answered within three days", "WITHIN = 2  # days", "WITHIN = 3  # days"),
    Fault("a centre is active on the day it closes", "centre[(opened <= at) & (closed > at)]",
          "centre[(opened <= at) & (closed >= at)]"),
)
PUBLIC = (
    Fault("a count of four is told", "return all(count >= self.threshold for count in counts)",
          "return all(count >= self.threshold - 1 for count in counts)"),
    Fault("the rest of a group is not looked at", "fits = limits.tells(reached, group - reached)",
          "fits = limits.tells(reached)"),
    Fault("a correction of one person is told",
          "return all(step == 0 or abs(step) >= self.threshold for step in steps)",
          "return all(step == 0 or abs(step) >= 1 for step in steps)"),
    Fault("those who are told together are told with one of them missing",
          "return not any(np.isnan(reported.count(measure, unit, month))",
          "return not all(np.isnan(reported.count(measure, unit, month))"),
    Fault("the largest of those who are told together is not taken out",
          "self.tells(sum(known[:len(known) - insiders]))", "self.tells(sum(known))"),
    Fault("what has come since the last half-year is not tested", "earlier = [_before(series, end), *",
          "earlier = [(0, 0), *"),
    Fault("the public sees single records", 'if self.release is not None:\n            raise InternalOnly',
          'if self.release is None and False:\n            raise InternalOnly'),
    Fault("a jobcenter just under the smallest group has a row of its own",
          "joined or not reported.sizes[row] >= limits.smallest_group",
          "joined or not reported.sizes[row] >= limits.smallest_group - 1"),
)
INTAKE = (
    Fault("a dash is nobody", 'return Reading(mark="missing", warning=', 'return Reading(value=0, warning='),
    Fault("1.480 is taken for a thousand whatever its column says",
          'if UNCLEAR.fullmatch(plain) and point != "thousands":',
          'if UNCLEAR.fullmatch(plain) and point == "decimals":'),
    Fault("a part may be larger than its whole by one",
          "(self._value(part.name) > value)", "(self._value(part.name) > value + 1)"),
    Fault("a month in the future is taken", "    if month > today:\n        return f\"{said} ligger i fremtiden",
          "    if month > today and False:\n        return f\"{said} ligger i fremtiden"),
    Fault("half as many is no jump", "MUCH, MANY = 0.5, 10", "MUCH, MANY = 0.8, 10"),
    Fault("the second of two rows is kept in silence", "    if not _may_be_doubled(cells, key):",
          "    if _may_be_doubled(cells, key):"),
    Fault("nine digits are no CPR number", "SHORTENED = 9", "SHORTENED = 10"),
    Fault("a comment in a workbook is not searched",
          "yield from (Aside(place, text, sheet or None) for place, text in _texts(xml))",
          "yield from ()"),
    Fault("a file that is no longer what was checked is saved",
          "if report.counted is None and report.sha256 != hashlib",
          "if report.counted is not None and report.sha256 != hashlib"),
    Fault("warnings need no reason", "if report.warnings and not reason:", "if report.warnings and reason is None:"),
    Fault("names stay in the stored original", "    if not missing:\n        return Kept(content, {})",
          "    if True:\n        return Kept(content, {})"),
)
STORE = (
    Fault("an undone upload counts", "        return and_(theirs, undone.is_(None))",
          "        return theirs"),
    Fault("as of a day leaves that day out", "return start_of(day + timedelta(days=1))", "return start_of(day)"),
    Fault("the oldest upload wins", 'return (select(*keys, func.max(columns.upload_id).label("upload_id"))',
          'return (select(*keys, func.min(columns.upload_id).label("upload_id"))'),
    Fault("another's write in between is not noticed", "            if not moved:\n                raise Stale",
          "            if moved is None:\n                raise Stale"),
    Fault("a second click writes again", "    if used is not None:\n        raise AlreadyWritten",
          "    if used is None and False:\n        raise AlreadyWritten"),
    Fault("an undo gives back the newest instead of what stood before",
          "ids, standing, and_(standing, col(Upload.id).not_in(list(ids))))",
          "ids, standing, and_(standing, col(Upload.id).in_(list(ids))))"),
)
SHOWN = (
    Fault("halves are rounded down",
          "printed = (200 * x * unit + n) // (2 * n)", "printed = (200 * x * unit + n - 1) // (2 * n)"),
    Fault("a share of nineteen is written as a percentage",
          'return (count, "") if n < SMALL else (share(', 'return (count, "") if n < SMALL - 1 else (share('),
    Fault("å is sorted first",
          'str.maketrans("æøå", "\\ue000\\ue001\\ue002")', 'str.maketrans("æøå", "\\ue002\\ue001\\ue000")'),
    Fault("a formula in a CSV is not defused", "return f\"'{cell}\" if isinstance(cell, str) and re.match(",
          "return f\"{cell}\" if isinstance(cell, str) and re.match("),
    Fault("a hidden figure is an empty cell", 'rows["mark"].map(MARKS)))', 'rows["mark"].map({"missing": ".."})))'),
)
PAGES = (
    Fault("a second click saves the file again", "if current.report is None or current.upload is not None:",
          "if current.report is None:"),
    Fault("files that were saved before the run was broken off are not told of",
          "saved = [each for each in waiting if each.upload is not None]",
          "saved = [each for each in waiting if each.upload is None and False]"),
    Fault("words of people's are not escaped", "    return escaped(without_direction_marks(words))",
          "    return without_direction_marks(words)"),
)
FAULTS = (*GOALS, *COHORTS, *ACTIVITIES, *PUBLIC, *INTAKE, *STORE, *SHOWN, *PAGES)
