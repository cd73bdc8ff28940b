"""A course list in a real browser: upload, read, give a reason, save, find it in the history, and take it back."""

from tests.browser.test_main_job import payload, put

LIST = ("Fremmøde, kursusdag 3;;;;\r\nJobcenter;Rolle;Tilmeldt;Mødt;Pct.\r\nSkive;jobkonsulent;4;3;75\r\n"
        "Viborg;jobkonsulent;4;4;100\r\nViborg;tovholder;1;1;100\r\nI alt;;9;8;\r\n")


def test_a_course_list_from_the_file_box_to_its_undo(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, payload("fremmøde.csv", LIST))
    visitor.expect("Filen kan gemmes: 6 oplysninger er nye")
    visitor.expect("1 advarsel skal begrundes, før oplysningerne kan gemmes.")
    assert "Mål 1-status" not in visitor.text()
    visitor.page.locator(".st-key-new_figures summary").click()
    visitor.settle()
    visitor.expect("Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent")
    visitor.fill("reason", "den femte kom med tovholderen")
    visitor.click("apply")
    visitor.answered("Filen er gemt")
    assert visitor.heading() == "Gemt: 6 nye oplysninger" and "Kursusdeltagelse, 2 jobcentre." in visitor.text()

    visitor.page.locator(".st-key-saved_links a", has_text="Fortryd indlæsningen").click()
    visitor.settle()
    visitor.expect("den femte kom med tovholderen")
    visitor.page.locator(".st-key-changed_cells summary").click()
    visitor.settle()
    visitor.expect("Viborg, Kursusdag 3 (26. jan. 2010), tovholder")
    visitor.expect("6 oplysninger forsvinder.")
    visitor.fill("undo_reason", "listen var fra en anden dag")
    visitor.click("undo_save")
    visitor.expect("er fortrudt")
    assert visitor.outside == []
    assert visitor.errors == []
