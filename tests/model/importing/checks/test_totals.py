"""Total rows as control sums."""

from tests.model.importing.filing import check, stated

HEAD = "Måned;Jobcenter;Personer\n"
WEST = "2010-03;Herning;790\n2010-03;Holstebro;468\n"
EAST = "2010-03;Favrskov;468\n2010-03;Horsens;752\n"


def warnings(report):
    return [p.text for p in report.warnings]


def test_every_kind_of_total_is_held_against_its_own_rows(engine):
    report = check(engine, HEAD + WEST + "2010-03;Vest i alt;1258\n" + EAST
                   + "2010-03;Øst i alt;1220\n2010-03;I alt;2478\n")
    assert not report.problems
    assert any("3 af 3 summer stemmer" in note for note in report.notes)
    assert len(stated(report)) == 4


def test_a_landsdel_is_added_up_wherever_its_rows_stand(engine):
    report = check(engine, HEAD + WEST + EAST + "2010-03;Vestjylland;1258\n2010-03;Østjylland;1221\n")
    assert not any("Vestjylland" in text for text in warnings(report))
    assert not warnings(report), "an Østjylland with 9 of 11 jobcenters may be more than its known rows"


def test_a_total_below_its_rows_is_wrong_whoever_is_missing(engine):
    report = check(engine, HEAD + EAST + "2010-03;Østjylland;1219\n")
    assert "»Østjylland«" in warnings(report)[0] and "1.219" in warnings(report)[0] and "1.220" in warnings(report)[0]


def test_i_alt_counts_the_rows_above_it_and_may_be_a_subtotal(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1258\n" + EAST + "2010-03;I alt;1220\n")
    assert not warnings(report)


def test_a_wrong_total_is_a_warning_at_its_own_row(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1259\n")
    problem = report.warnings[0]
    assert (problem.gate, problem.row, problem.column) == (4, 4, "Personer")
    assert "1.259" in problem.text and "1.258" in problem.text


def test_months_are_added_up_apart(engine):
    report = check(engine, HEAD + WEST + "2010-02;Herning;780\n2010-03;I alt;1258\n2010-02;I alt;780\n")
    assert not warnings(report)


def test_a_hidden_part_makes_the_sum_unknown_and_that_is_said(engine):
    report = check(engine, HEAD + WEST + "2010-03;Lemvig;<5\n2010-03;I alt;1260\n")
    assert not warnings(report)
    assert any("Lemvig" in note and "Ikke kontrolleret" in note for note in report.notes)


def test_a_total_that_is_no_number_is_not_used(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;ca. 1300\n")
    assert not report.problems
    assert any("ikke er brugt" in note or "er ikke brugt" in note for note in report.notes)


def test_left_out_jobcenters_still_count_in_the_senders_sum(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1258\n", without=("661",))
    assert not warnings(report) and len(stated(report)) == 1


def test_a_total_column_is_a_control_sum_too(engine):
    report = check(engine, "Måned: marts 2010\n\nNøgletal;Herning;Holstebro;I alt\nPersoner;790;468;1259\n")
    assert "1.259" in warnings(report)[0] and "1.258" in warnings(report)[0]


def test_totals_named_for_the_region_are_never_jobcenters(engine):
    for name in ("Midtjylland", "Region Midtjylland", "Hele landet", "Vest", "Øst", "Total"):
        report = check(engine, HEAD + WEST + f"2010-03;{name};99999\n")
        assert report.status == "ready" and len(stated(report)) == 2
