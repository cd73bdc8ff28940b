"""Sammenligning: whether differences are more than chance, klynger of one's own, and written words where nothing is."""

import json
import re

from sqlmodel import Session

from model.programmes.words import GOAL_1
from model.store.statements import stated
from model.store.tables.peers import PeerGroup
from model.subjects.comparison.words.comparison import AGAINST_REGION, AGAINST_TARGET
from model.writing.peers import record_peers
from tests.pages.data_pages import has, said, unfolded
from tests.pages.opening import JOBCENTER, LAST, LEMVIG, SKIVE, VIBORG, correct, every_tab, field, fill, opened
from tests.viewers import named

COMPARISON = "comparison"


def html(app) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def typed(app, *, members=(SKIVE, LEMVIG), name="Kysten"):
    """The open form, filled in."""
    field(app, "text_input", "peers_name").set_value(name)
    field(app, "multiselect", "peers_members").set_value(list(members))
    field(app, "text_input", "peers_reason").set_value("ligner hinanden")
    return app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()


def test_the_heading_answers_and_the_region_is_told_as_a_sum(engine):
    fill(engine)
    words = said(opened(COMPARISON, pr="2010-04-15")).replace("\u00a0", " ")
    assert "Forskellene mellem jobcentrene kan skyldes tilfældigheder" in words
    assert ("Ingen af 19 jobcentre ligger så langt fra hele regionen, at det er værd at spørge hvorfor. "
            "Tilfældet alene ville give omkring 1.") in words
    assert "Hele regionen: 25,0 % (171 af 684) er selvforsørgende 4 uger efter afsluttet forløb." in words


def test_limits_are_named_only_where_the_funnel_is_drawn(engine):
    fill(engine)
    told = {tab: said(opened(COMPARISON, fane=tab)) for tab in (AGAINST_TARGET, AGAINST_REGION, GOAL_1)}
    assert [tab for tab, words in told.items() if "%-grænserne" in words] == [AGAINST_REGION]


def test_every_jobcenter_has_a_row_that_leads_to_its_page(engine):
    fill(engine)
    app = opened(COMPARISON)
    assert html(app).count('class="fd-dots-row" title=') == 19
    assert f'href="./jobcenter?jobcenter={VIBORG}"' in html(app)
    assert "Tæller/nævner" in said(app.pills(key="tool_sammenligning_maal2").set_value("Tabel").run())


def test_the_funnel_is_drawn_only_when_it_is_asked_for(engine):
    fill(engine)
    assert len(opened(COMPARISON).get("plotly_chart")) == 0
    app = opened(COMPARISON, fane=AGAINST_REGION)
    assert [chart.proto.alt.split(".")[0] for chart in app.get("plotly_chart")] == ["Tragt om regionens andel"]
    assert app.pills(key="tool_tragt").value == "Sådan læses figuren"


def test_a_group_is_chosen_in_the_address_and_an_unknown_one_is_said(engine):
    fill(engine)
    app = opened(COMPARISON, gruppe="vestjylland")
    assert html(app).count('class="fd-dots-row" title=') == 8
    assert "Vestjylland: 25,0" in said(app)
    lost = opened(COMPARISON, gruppe="klynge-99")
    assert "Adressen nævner en gruppe, som ikke findes. Her vises Hele regionen." in said(lost)


def test_a_klynge_is_made_on_the_page_and_can_be_chosen_at_once(engine):
    fill(engine)
    app = unfolded(opened(COMPARISON), "peers_panel")
    assert field(app, "button", "peers_save").disabled
    typed(app).button(key="peers_save").click().run()
    assert "Klyngen er gemt" in said(app)
    app.selectbox(key="gruppe").set_value("klynge-1").run()
    assert html(app).count('class="fd-dots-row" title=') == 2
    assert app.query_params["gruppe"] == "klynge-1"
    with Session(engine) as session:
        row = stated(session, PeerGroup).iloc[-1]
    assert (row["name"], row["jobcenters"], row["recorded_by"]) == ("Kysten", [LEMVIG, SKIVE], "konsulent i BRM")


def test_a_klynge_is_dissolved_on_the_page_and_its_history_stays(engine):
    fill(engine)
    number = record_peers(engine, name="Kysten", jobcenters=[SKIVE, LEMVIG], reason="ligner", viewer=named("konsulent"))
    app = unfolded(opened(COMPARISON), "peers_panel")
    app.selectbox(key="peers_number").set_value(number).run()
    next(box for box in app.multiselect if box.label == "Jobcentre").set_value([])
    field(app, "text_input", "peers_reason").set_value("bruges ikke")
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    field(app, "button", "peers_save").click().run()
    assert "opløst" in said(app)
    assert "klynge-1" not in app.selectbox(key="gruppe").options


def test_a_refused_klynge_is_told_and_nothing_is_saved(engine):
    fill(engine)
    app = unfolded(opened(COMPARISON), "peers_panel")
    typed(app, members=(SKIVE,)).button(key="peers_save").click().run()
    assert "Vælg mindst 2 jobcentre til klyngen." in said(app)
    with Session(engine) as session:
        assert stated(session, PeerGroup).empty


def test_an_earlier_day_is_shown_as_it_was_and_nothing_is_written_then(engine):
    fill(engine)
    correct(engine, code=VIBORG, month=LAST, value=150)
    record_peers(engine, name="Kysten", jobcenters=[SKIVE, LEMVIG], reason="ligner", viewer=named("konsulent"))
    app = unfolded(opened(COMPARISON, pr="2010-04-11", fane=GOAL_1), "peers_panel")
    assert "(138 af 800)" in said(app)
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in said(app)
    assert not has(app, "button", "peers_save")
    assert "Kysten" not in said(app)


def test_an_empty_database_says_what_is_missing(engine):
    words = said(opened(COMPARISON))
    assert "Ingen tal for oktober 2009 endnu." in words
    assert "19 jobcentre mangler tal for oktober 2009" in words


def test_the_jobcenter_in_the_address_is_highlighted_among_those_of_its_size(engine):
    fill(engine)
    app = opened(COMPARISON, jobcenter=SKIVE)
    assert app.selectbox(key="gruppe").value == "mellem"
    rows = re.findall(r'<li class="fd-dots-row fd-own" aria-current="true" title="(\w+)', html(app))
    assert rows == ["Skive"]
    assert "Skive er fremhævet, og her er dem på samme størrelse: 300–599 i målgruppen. Vis hele regionen" in said(app)
    app.pills(key="tool_sammenligning_maal2").set_value("Tabel").run()
    assert '<tr class="fd-own" aria-current="true"><th scope="row">Skive</th>' in html(app)
    assert '<li class="fd-dots-row fd-own"' in html(opened(COMPARISON, jobcenter=SKIVE, fane=GOAL_1))
    app = opened(COMPARISON, jobcenter=SKIVE, fane=AGAINST_REGION)
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert [text for trace in spec["data"] for text in trace.get("text", []) if "<b>" in text] == ["<b>Skive</b>"]


def test_the_whole_region_can_be_chosen_and_the_jobcenter_stays_highlighted(engine):
    fill(engine)
    app = opened(COMPARISON, jobcenter=SKIVE)
    app.selectbox(key="gruppe").set_value("alle").run()
    assert app.query_params["gruppe"] == "alle"
    assert len(re.findall(r'<li class="fd-dots-row[ "]', html(app))) == 19
    assert html(app).count('<li class="fd-dots-row fd-own"') == 1
    assert "Vis hele regionen" not in said(app)


def test_without_a_jobcenter_nobody_is_highlighted_and_the_whole_region_is_shown(engine):
    fill(engine)
    app = opened(COMPARISON)
    assert app.selectbox(key="gruppe").value == "alle"
    assert "fd-own" not in re.sub(r"<style>.*?</style>", "", html(app), flags=re.DOTALL)


def test_the_two_yardsticks_are_named_apart(engine):
    fill(engine)
    words = said(opened(COMPARISON)).replace("\u00a0", " ")
    assert "Holdt op mod målet på 20 %." in words
    assert "så langt fra hele regionen" in words
    words = said(opened(COMPARISON, fane=AGAINST_REGION))
    assert "Holdt op mod hele regionen. Selvforsørgende" in words


def test_the_choice_of_a_group_does_not_follow_to_a_jobcenter(engine):
    fill(engine)
    app = opened(COMPARISON, gruppe="vestjylland")
    app.query_params.clear()
    app.switch_page(f"pages/{JOBCENTER}/page.py").run()
    assert "gruppe" not in app.query_params


def test_the_sample_is_compared_and_ranks_nobody(sample_engine):
    words = " ".join(said(app) for app in every_tab(COMPARISON, maaned="2011-02")).casefold()
    assert "eksempeldata" in words
    assert [word for word in ("nr. 1", "bedst", "dårligst", "top 10", "signifikant") if word in words] == []
