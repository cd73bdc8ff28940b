"""Every page of the site: valid, Danish, with links that lead, the same from run to run, and marked where invented."""

import re
from dataclasses import replace

import pytest

from model.documents.site import site
from model.documents.site.public import Public
from model.programmes.current import PLAN
from model.store.meeting_facts import Written
from tests.model.documents.site import strict
from tests.model.documents.site.conftest import MAILBOX

OUTSIDE = re.compile(rb"url\((?!#)|@import|<script|<iframe|<img|<form|style=|//(?!www\.virksomhedscenter\.dk)\w")


def test_every_page_is_valid_and_has_its_landmarks(roots):
    assert {address: list(strict.faults(root)) for address, root in roots.items() if list(strict.faults(root))} == {}
    for root in roots.values():
        assert root.get("lang") == "da"
        assert [len(list(root.iter(tag))) for tag in ("header", "main", "footer")] == [1, 1, 1]
        assert root.find("body/a").get("href") == "#indhold" and root.find("body/main").get("id") == "indhold"
    titles = [root.find("head/title").text for root in roots.values()]
    assert len(set(titles)) == len(titles)


def test_every_link_leads_to_a_file_or_a_part_of_one(roots, files):
    assert {address: list(strict.broken(address, roots, files)) for address in roots
            if list(strict.broken(address, roots, files))} == {}


def test_nothing_outside_is_named_but_the_plan_s_own_site(roots, files):
    absolute = {link for root in roots.values() for link in strict.links(root) if ":" in link}
    assert absolute == {f"https://{PLAN.website}", "data:,"}
    assert {address: OUTSIDE.findall(content) for address, content in files.items()
            if not address.endswith(".json") and OUTSIDE.findall(content)} == {}


def test_a_shared_mailbox_is_named_for_questions_and_for_what_cannot_be_read(public, mailbox):
    footer = strict.words(strict.read(site.files(public)["begreber/index.html"]).find("body/footer"))
    assert f"Spørgsmål: skriv til {MAILBOX}" in footer
    assert f"Tilgængelighed: kan du ikke læse eller bruge noget på siden, så skriv til {MAILBOX}" in footer


def test_two_runs_give_the_same_bytes(public, files):
    again = Public(public.editions, public.written, public.planned, public.activities)
    assert dict(site.files(again)) == dict(files)


def test_the_front_page_says_the_newest_edition_s_message_and_lists_them_all(roots, public):
    front = roots["index.html"]
    said = strict.words(front.find("body/main"))
    assert said.startswith("Udgivelse 3 · 20. april 2011 · tal til og med februar 2011")
    assert "viste jobcentre har nået Mål 1" in strict.words(next(front.iter("h1")))
    assert ["Mål 1" in strict.words(h) or "Mål 2" in strict.words(h) for h in list(front.iter("h2"))[:2]] == [True] * 2
    assert "Mål 1: Hvert jobcenter skal have mindst 16 % af målgruppen" in said
    rows = [strict.words(row) for row in front.iter("tr") if "Udgivelse" in strict.words(row)]
    assert [row.split(" ", 2)[:2] for row in rows[1:]] == [["Udgivelse", "3"], ["Udgivelse", "2"], ["Udgivelse", "1"]]
    assert "20. april 2011 · Udgivelse 3 · Kommet senere: Skive (februar 2011). Rettet: Viborg." in said


def test_where_somebody_is_missing_the_front_page_says_the_verdict_first(public):
    """The second edition lacks Skive."""
    front = strict.read(site.files(replace(public, editions=public.editions[:2]))["index.html"])
    assert "viste jobcentre har nået Mål 1" in strict.words(next(front.iter("h1")))
    assert "1 jobcenter mangler tal for februar 2011" in strict.words(front.find("body/main"))


def test_an_earlier_edition_names_the_later_one_that_corrects_it(roots):
    said = strict.words(roots["udgivelse/1/index.html"])
    assert "Rettet siden: Udgivelse 3 (20. apr" in said and "har andre tal for Viborg" in said
    assert "Rettet siden" not in strict.words(roots["udgivelse/3/index.html"])
    assert "er nyere" not in strict.words(roots["udgivelse/3/index.html"])


def test_an_edition_says_who_is_told_together_and_what_its_sums_are_made_of(roots, three):
    said = strict.words(roots["udgivelse/3/index.html"])
    line = three[2].published.line(three[2].heading.month)
    assert line is not None and all(three[2].names[unit] in said for unit in line.units)
    assert "tilsammen" in said and "Summerne for februar 2011 er lagt sammen af Aarhus" in said
    assert "udgivelse/3/index.html" in said


def test_published_stories_and_the_plan_stand_there_and_no_meeting_or_visit_does(roots, sampled):
    stories = strict.words(roots["historier/index.html"])
    titles = sampled.written.published.stories["title"]
    assert len(titles) > 1 and all(title in stories for title in titles)
    drafts = set(sampled.written.stories["title"]) - set(titles)
    assert not [title for title in drafts if title in stories]
    days = strict.words(roots["kalender/index.html"])
    assert "Kursusdag 1" in days and "6. Opdatering af hjemmesiden" in days
    assert "Dialogmøde med" not in days and "Rådgivningsbesøg i" not in days


def test_invented_figures_say_so_on_every_page_and_in_every_file(roots, files, public):
    for address, root in roots.items():
        assert "Eksempeldata – ikke virkelige tal" in strict.words(root.find("body/header")), address
    for address, content in files.items():
        if address.endswith(".csv"):
            assert content.decode().startswith("\ufeffEksempeldata"), address
        if address.endswith(".json"):
            assert b'"sample": true' in content
    real = tuple(replace(each, heading=replace(each.heading, sample=False)) for each in public.editions)
    made = site.files(replace(public, editions=real, written=Written()))
    assert not [address for address, content in made.items() if b"Eksempeldata" in content]


def test_a_story_can_write_no_code(public):
    told = public.written.stories.head(1).assign(title="<script>alert(1)</script>", description="A & B < C")
    page = site.files(replace(public, written=Written(stories=told)))["historier/index.html"]
    assert b"<script" not in page and "A & B < C" in strict.words(strict.read(page))


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_tiles_are_there_as_a_picture_and_as_a_list(roots, width):
    main = roots["index.html"].find("body/main")
    picture = next(e for e in main.iter("svg") if "Fliser" in e.get("aria-label"))
    names = ({e.text for e in picture.iter("text")} if width == "wide"
             else {e.find("b").text for e in main.find(".//ul[@class='narrow']")})
    assert {"Viborg", "Skive", "Aarhus"} <= names and "Samsø" not in names
