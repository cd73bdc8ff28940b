"""Groups to compare within: the region, landsdele, sizes by the last known target group, klynger as last written."""

from datetime import UTC, date, datetime

import pandas as pd

from model.store.tables.peers import PeerGroup
from model.subjects.comparison.figures import peers
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


def written(number: int, name: str, *codes: str, reason: str = "ligner hinanden") -> PeerGroup:
    return PeerGroup(number=number, name=name, jobcenters=list(codes), reason=reason, recorded_by="konsulent",
                     recorded_at=datetime(2010, 4, 1, 12, tzinfo=UTC))


def frame(*rows: PeerGroup) -> pd.DataFrame:
    return pd.DataFrame([row.model_dump() for row in rows], columns=list(PeerGroup.model_fields))


def by_key(found, stated=None, month=MARCH):
    return {group.key: group for group in peers.groups(found, month, frame() if stated is None else stated)}


def test_the_whole_region_comes_first_and_every_jobcenter_has_one_landsdel():
    found = snapshot()
    groups = peers.groups(found, MARCH, frame())
    assert (groups[0].name, len(groups[0].codes)) == ("Hele regionen", 19)
    assert {group.name: len(group.codes) for group in groups if group.kind == "landsdel"} == {
        "Vestjylland": 8, "Østjylland": 11}


def test_size_is_the_last_known_target_group_and_an_unknown_one_is_in_no_group():
    found = snapshot(said("615", "2010-01", persons=299), said("615", "2010-05", persons=900),
                     said("657", "2010-03", persons=300), said("661", "2010-02", persons=600),
                     said("665", "2010-05", persons=10))
    sizes = {key: group.codes for key, group in by_key(found).items() if group.kind == "size"}
    assert sizes == {"lille": ("615",), "mellem": ("657",), "stor": ("661",)}


def test_the_jobcenters_that_are_alike_are_those_of_the_same_size():
    found = snapshot(said("615", "2010-03", persons=299), said("657", "2010-03", persons=200),
                     said("661", "2010-03", persons=600))
    assert peers.alike(found, MARCH, "615").codes == ("615", "657")
    assert peers.alike(found, MARCH, "661").key == "stor"
    assert peers.alike(found, MARCH, "665") is None


def test_of_a_klynge_the_newest_row_holds_and_one_without_jobcenters_is_gone():
    stated = frame(written(1, "Kyst", "665", "779"), written(2, "Byer", "751", "730"),
                   written(1, "Kysten", "665", "671"), written(2, "Byer"))
    groups = by_key(snapshot(), stated)
    assert (groups["klynge-1"].name, groups["klynge-1"].codes) == ("Kysten", ("665", "671"))
    assert "klynge-2" not in groups


def test_the_history_keeps_every_row_newest_first():
    stated = frame(written(1, "Kyst", "779", "665"), written(1, "Kyst", reason="bruges ikke"))
    told = peers.history(snapshot(), stated)
    assert told["Jobcentre"].tolist() == ["opløst", "Lemvig og Skive"]
    assert told["Begrundelse"].tolist() == ["bruges ikke", "ligner hinanden"]


def test_what_is_lacking_before_it_can_be_saved_is_named():
    assert peers.lacking(name=" ", reason="", by="mig") == "Skriv først klyngens navn og en begrundelse."
    assert peers.lacking(name="Kyst", reason="ligner", by="mig") == ""
