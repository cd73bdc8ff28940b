"""Tabs in a browser: they live in the address, and what was typed on one stands after a look at another."""


def test_what_was_typed_stands_after_a_look_at_another_tab(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indberetning?fane=Ret+et+tal&jobcenter=779&maaned=2010-03")
    box = visitor.page.get_by_label("Virksomhedsaktivering i alt, nyt tal")
    box.fill("77")
    box.press("Tab")
    visitor.settle()
    visitor.open_tab("Historik")
    assert "fane=Historik" in visitor.page.url
    visitor.open_tab("Ret et tal")
    assert visitor.page.get_by_label("Virksomhedsaktivering i alt, nyt tal").input_value() == "77"

    visitor.goto("/centre?fane=Register")
    visitor.page.locator("summary", has_text="Et nyt center åbner").click()
    visitor.fill("centre_new_name", "Netto Skive")
    visitor.open_tab("Status")
    visitor.open_tab("Register")
    visitor.page.locator("summary", has_text="Et nyt center åbner").click()
    assert visitor.widget("centre_new_name", "input").input_value() == "Netto Skive"


def test_a_tab_is_opened_by_its_address_and_with_the_arrow_keys(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/centre?fane=Effekt")
    assert visitor.page.get_by_role("tab", selected=True).inner_text() == "Effekt"
    visitor.page.get_by_role("tab", name="Effekt").focus()
    visitor.page.keyboard.press("ArrowRight")
    visitor.settle()
    assert visitor.page.get_by_role("tab", selected=True).inner_text() == "Pris"
    assert "fane=Pris" in visitor.page.url
