"""``units``: who closes, tried first, then written."""

MERGED = ("units", "merge", "779", "--into", "791", "--last-month", "2010-03", "--reason", "Kommunerne lægges sammen")
WILL = ("Skive er med til og med marts 2010. Tal til og med den måned bliver stående.\n"
        "Fra april 2010 tæller Viborg for dem alle. Tal fra før bliver ikke lagt sammen.\n"
        "Udgangspunktet for Viborg er fra da af 148 personer: det, de havde tilsammen.\n")


def test_what_will_be_is_said_before_it_is_so(run, lines, loaded):
    assert run("units") == (0, "Alle jobcentre er med hele vejen.\n", "")
    assert run(*MERGED, "--dry-run") == (0, WILL + "Der er ikke gemt noget.\n", "")
    assert lines("units") == (0, [])
    assert run(*MERGED) == (0, WILL, "")
    assert lines("units") == (0, [{"jobcenter": "779", "last_month": "2010-03", "into": "791",
                                   "reason": "Kommunerne lægges sammen"}])
    assert run("units")[1] == "779  Skive  til og med marts 2010, lagt ind under Viborg  (Kommunerne lægges sammen)\n"
    status, out, _ = run("units", "reopen", "779", "--reason", "Det blev ikke til noget")
    assert status == 0 and out.startswith("Skive er med til kampagnens slutning.") and "stadig" in out
    assert lines("units") == (0, [])


def test_closing_alone_sets_no_baseline(run, loaded):
    status, out, _ = run("units", "close", "779", "--last-month", "2010-03", "--reason", "Lukker")
    assert (status, out) == (0, WILL.splitlines(keepends=True)[0])


def test_what_is_missing_or_cannot_be_is_said(run, loaded):
    assert run("units", "close")[0] == 2
    assert run("units", "close", "779")[0] == 2
    assert run("units", "merge", "779", "--last-month", "2010-03")[0] == 2
    assert run("units", "close", "779", "--into", "791", "--last-month", "2010-03")[0] == 2
    status, _, err = run("units", "close", "779", "--last-month", "2010-02", "--reason", "Lukker", "--dry-run")
    assert status == 1 and "Der står tal for Skive i marts 2010" in err
    status, _, err = run("units", "merge", "665", "--into", "791", "--last-month", "2010-03", "--reason", "prøve")
    assert status == 1 and "intet udgangspunkt for Lemvig" in err
    assert run("units", "merge", "997", "--into", "791", "--last-month", "2010-03", "--reason", "prøve")[0] == 1
