"""»Indlæs tal« tells what of a file is not kept and takes a sender's word that it may be; »Historik« tells it again."""

import re

from tests.model.intake.records.street import HEAD
from tests.pages.data_pages import SKIVE, csv, has, history, said, uploaded
from tests.pages.test_upload_many import dropped

NAMES = HEAD.strip() + ";Deltager\nK3;Skive;jobkonsulent;3;3;Opdigtet Prøvesen\n"
PLAIN = HEAD + "K3;Skive;jobkonsulent;3;3\n"


def test_what_is_left_out_is_told_before_and_after(engine):
    app = uploaded(NAMES.encode(), "fremmøde.csv")
    assert "Filen gemmes uden kolonne F, som ikke bruges." in said(app)
    app.button(key="apply").click().run()
    app = history()
    assert "Filen er gemt uden kolonne F, som ikke bruges." in said(app) and "Prøvesen" not in said(app)
    assert app.get("download_button")[0].proto.label == "Hent det, der er gemt af filen"


def test_one_click_keeps_the_file_as_it_is(engine):
    app = uploaded(NAMES.encode(), "fremmøde.csv")
    app.checkbox(key="keep_original").check().run()
    assert "Filen gemmes, som den er." in said(app)
    app.button(key="apply").click().run()
    app = history()
    assert "Filen er gemt, som den kom" in said(app)
    assert app.get("download_button")[0].proto.label == "Hent den oprindelige fil"


def test_a_file_that_plainly_holds_people_may_not_be_kept_as_it_is(engine):
    app = uploaded(NAMES.replace("Deltager\n", "Deltagerens navn\n").encode(), "fremmøde.csv")
    assert "Filen gemmes uden kolonne F, som ikke bruges." in said(app) and not has(app, "checkbox", "keep_original")


def test_an_answer_without_a_choice_is_asked_for(engine):
    app = uploaded(b"Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n1;10-11-2009;Skive;Mentor\n", "hotline.csv")
    next(button for button in app.button if button.label == "Svar").click().run()
    assert "Vælg et svar først." in said(app) and not app.exception


def test_a_file_that_is_all_ours_asks_nothing(engine):
    app = uploaded(PLAIN.encode(), "fremmøde.csv")
    assert not has(app, "checkbox", "keep_original") and "Filen gemmes" not in said(app)


def the_table(app):
    """The lines of the table over many files, by the file's name."""
    [drawn] = [part.proto.body for part in app.get("html") if 'aria-label="Filerne"' in part.proto.body]
    rows = [re.sub("<[^>]+>", " ", row).strip() for row in drawn.split("</tr>")]
    return {row[:5]: row for row in rows}


def test_of_many_files_each_line_says_what_of_its_file_is_not_kept(engine):
    app = dropped(csv(SKIVE), NAMES.encode())
    table = the_table(app)
    assert "Filen gemmes uden kolonne F, som ikke bruges." in table["b.csv"]
    assert "gemmes" not in table["a.csv"]
    app.selectbox(key="file_shown").set_value(2).run()
    next(box for box in app.checkbox if box.key.startswith("keep_original")).check().run()
    assert "Filen gemmes, som den er." in the_table(app)["b.csv"]
