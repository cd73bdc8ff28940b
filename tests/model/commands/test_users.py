"""``users``: the first of the organiser is made where there is no page to do it."""

ADD = ("users", "add", "Anna@Eksempel.dk", "--role", "region", "--function", "tovholder", "--reason", "ny")
CHEF = ("users", "add", "chef", "--role", "jobcenter", "--function", "chef", "--jobcenter", "791,779", "--reason", "ny")


def test_a_user_is_added_changed_and_ended(lines, run):
    assert run("users") == (0, "Der er ingen brugere endnu. Gør den første med »users add«.\n", "")
    assert run(*ADD) == (0, "anna@eksempel.dk har adgang som BRM.\n", "")
    assert run(*CHEF) == (0, "chef har adgang som jobcenter for 779 og 791.\n", "")
    assert run("users", "change", "chef", "--jobcenter", "791", "--email", "chef@viborg.example", "--news", "--reason",
               "kun Viborg")[0] == 0
    [[chef, anna]] = lines("users", "list")[1]
    assert (chef["units"], chef["email"], chef["wants_news"]) == (["791"], "chef@viborg.example", True)
    assert (anna["subject"], anna["role"], anna["active"]) == ("anna@eksempel.dk", "region", True)
    assert run("users", "end", "chef", "--reason", "fratrådt") == (0, "chef har ikke adgang mere.\n", "")
    assert "chef  chef  ingen adgang" in run("users")[1]


def test_what_is_missing_or_cannot_be_is_said(run):
    assert run("users", "add")[::2] == (2, "»users add« skal have en bruger: det, brugeren hedder hos jeres login.\n")
    assert run("users", "add", "x", "--reason", "ny")[0] == 2
    assert run("users", "change", "x", "--reason", "ny")[0] == 2
    run(*ADD)
    assert run(*ADD)[0] == 2
    status, _, err = run("users", "end", "anna@eksempel.dk", "--reason", "prøve")
    assert status == 1 and "den sidste" in err
    assert run("users", "change", "anna@eksempel.dk", "--function", "leder")[0] == 1  # without a reason
