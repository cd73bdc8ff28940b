"""Courses on a phone: attendance is marked with − and + and saved in one go, and the matrix fits the screen."""

PHONE = {"width": 390, "height": 844}
K6 = "course_form_K6_jobkonsulent_moedt_{}"


def tap(visitor, code: str, button: str) -> None:
    visitor.page.locator(f".st-key-{K6.format(code)} [data-testid='stNumberInputStep{button}']").click()


def typed(visitor, code: str) -> str:
    return visitor.page.locator(f".st-key-{K6.format(code)} input").input_value()


def test_who_came_is_marked_on_a_phone_and_saved_as_one_upload(visit, own_app):
    visitor = visit(own_app, **PHONE)
    visitor.goto("/kurser")
    visitor.expect("Registrér fremmøde")
    visitor.page.locator(".st-key-course_form_panel summary").click()
    visitor.settle()
    visitor.fill("uploaded_by", "konsulent i BRM")
    for code in ("791", "779"):
        visitor.page.locator(f".st-key-{K6.format(code)} input").fill("2")
    tap(visitor, "791", "Up")
    tap(visitor, "779", "Down")
    assert (typed(visitor, "791"), typed(visitor, "779")) == ("3", "1")
    visitor.click("course_form_save")
    visitor.expect("Fremmødet er gemt. Det kan fortrydes under Historik.")
    assert visitor.page.locator("tr", has_text="Viborg").first.locator(".fd-cell").last.inner_text() == "3"
    assert not visitor.errors and not visitor.outside


def test_the_matrix_fits_a_phone_from_name_to_sum(visit, sample_app):
    visitor = visit(sample_app, **PHONE)
    visitor.goto("/kurser")
    box = visitor.page.locator(".fd-matrix").first.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
