"""``tokens``: what programs send figures with is made, listed and ended."""

from sqlmodel import Session

from model.access import tokens

ADD = ("tokens", "add", "fagsystem", "--function", "fagsystemet", "--jobcenter", "791,779", "--reason", "ny")


def test_a_token_is_made_listed_and_ended(run, lines, engine):
    assert run("tokens") == (0, "Der er ingen afsendernøgler endnu. Lav en med »tokens add«.\n", "")
    status, out, _ = run(*ADD)
    told, shown = out.splitlines()
    assert status == 0 and told.startswith("Afsendernøgle nr. 1 til fagsystem, for 779 og 791. Gem den nu")
    with Session(engine) as session:
        assert tokens.viewer(session, shown).units == {"791", "779"}
    assert "fagsystem  fagsystemet  779 og 791" in run("tokens", "list")[1] and shown not in run("tokens")[1]
    [[known]] = lines("tokens")[1]
    assert (known["id"], known["units"], known["ended_at"]) == (1, ["779", "791"], None)
    assert run("tokens", "end", "1", "--reason", "stoppet") == (
        0, "Afsendernøgle nr. 1 til fagsystem gælder ikke mere.\n", "")
    assert "gælder ikke mere (" in run("tokens")[1]


def test_json_holds_the_token_once(lines):
    [made] = lines(*ADD)[1]
    assert made["token"].startswith("fremdrift_") and "token" not in lines("tokens")[1][0][0]


def test_what_is_missing_or_cannot_be_is_said(run):
    assert run("tokens", "add", "x")[0] == 2 and run("tokens", "end", "x")[0] == 2
    assert run("tokens", "end", "7", "--reason", "prøve")[::2] == (1, "Der er ingen afsendernøgle nr. 7.\n")
    assert run(*ADD[:-2])[0] == 1
