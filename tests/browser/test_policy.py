"""The content security policy bites: what it does not know does not run, and a test that does so fails."""

from tests.browser.test_documents import fetch


def test_a_script_that_was_planted_does_not_run_and_is_noticed(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/jobcenter?jobcenter=779")
    visitor.page.evaluate("""() => { const planted = document.createElement('script');
        planted.textContent = 'window.planted = true'; document.body.append(planted); }""")
    assert visitor.page.evaluate("window.planted") is None
    visitor.settle()
    assert visitor.violations == ["policy: script-src-elem inline"]
    visitor.violations.clear()  # every other visit ends with none


def test_a_file_is_made_and_fetched_under_it(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/jobcenter?jobcenter=779")
    assert fetch(visitor, "Hent dialogark (PDF)").suggested_filename.endswith(".pdf")
    assert visitor.violations == []
