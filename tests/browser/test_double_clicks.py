"""The second press of a double click is no press on what came under the pointer meanwhile."""

import pytest

ACTS = "a, button, summary, label, [role=button], [role=tab]"  # by one press; a field only gets the focus by it
UNDER = f"([x, y]) => document.elementFromPoint(x, y)?.closest('{ACTS}')?.outerHTML ?? ''"
# Two presses at one spot, so many milliseconds apart by the browser's own clock: a form's button, and what has come in
# its place. Whether the second one goes through.
SECOND = """([between, saves, replaced]) => {
  const place = document.createElement('div');
  document.body.append(place);
  const put = (html) => { place.innerHTML = html; return place.querySelector('a, button, summary'); };
  const press = (element, at) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, clientX: 300, clientY: 300, detail: 1 });
    Object.defineProperty(event, 'timeStamp', { value: at });
    return element.dispatchEvent(event);
  };
  press(put(saves), 1e6);
  const through = press(put(replaced), 1e6 + between);
  place.remove();
  return through; }"""
LINK = '<a href="#elsewhere">Se den</a>'
OTHER = '<div class="stElementContainer st-key-b_save"><div class="stButton"><button>Gem</button></div></div>'
SAVES = OTHER.replace("b_save", "a_save")
FRESH = OTHER.replace("b_save", "a_save_1")
FOLD = "<details><summary>Vis de tidligere</summary></details>"


@pytest.mark.parametrize("size", [(1366, 768), pytest.param((390, 844), marks=pytest.mark.long)])
def test_where_the_button_that_publishes_stood_nothing_can_be_pressed(visit, stage, sample_file, size):
    visitor = visit(stage.to_write(sample_file), width=size[0], height=size[1])
    visitor.goto("/udgivelse")
    visitor.fill("publish_note", "En bemærkning")
    visitor.fill("uploaded_by", "konsulent i BRM")
    button = visitor.widget("publish_save", "button")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    spot = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    visitor.page.mouse.click(*spot)
    visitor.expect(" er offentliggjort: ")
    visitor.settle()
    assert visitor.page.evaluate(UNDER, spot) == ""


def test_a_double_click_on_a_button_presses_nothing_that_came_in_its_place(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/udgivelse")
    for between in range(50, 900, 50):
        for replaced in (LINK, OTHER, FRESH, FOLD):
            assert not visitor.page.evaluate(SECOND, [between, SAVES, replaced]), f"{replaced} after {between} ms"
        assert visitor.page.evaluate(SECOND, [between, SAVES, SAVES])
    for replaced in (LINK, OTHER, FRESH, FOLD):
        assert visitor.page.evaluate(SECOND, [1000, SAVES, replaced])
