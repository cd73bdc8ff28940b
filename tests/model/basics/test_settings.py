"""Settings: a mailbox is one, and a setting that cannot be used is refused in Danish by name, without its value."""

import pytest

from model.basics import settings
from model.basics.settings import SettingRefused


@pytest.fixture
def told(monkeypatch):
    """What is said of settings of these values."""
    def refused(**given: str) -> str:
        for name, value in given.items():
            monkeypatch.setenv(f"FREMDRIFT_{name}", value)
        settings.load.cache_clear()
        with pytest.raises(SettingRefused) as error:
            settings.load()
        return str(error.value)
    return refused


def test_nobody_is_named_unless_somebody_says_so():
    assert settings.load().contact is None


@pytest.mark.parametrize("mailbox", ["kampagnen@eksempel.dk", " hjælp.her@post.eksempel.dk "])
def test_a_mailbox_is_kept_as_it_is_written(mailbox, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_CONTACT", mailbox)
    settings.load.cache_clear()
    assert settings.load().contact == mailbox.strip()


@pytest.mark.parametrize("written", [
    "kampagnen", "kampagnen@", "@eksempel.dk", "kampagnen@eksempel", "a@b.dk, c@d.dk", "Hjælp <a@b.dk>", "a b@c.dk",
    "a@b.", "a@b@c.dk"])
def test_what_is_no_mailbox_is_refused_with_the_remedy(written, told):
    assert told(CONTACT=written) == f"FREMDRIFT_CONTACT {settings.NO_MAILBOX}"


def test_every_setting_that_cannot_be_used_is_named_and_no_value_of_it(told):
    assert told(MAX_ROWS="hemmeligt", CONTACT="hemmeligt").splitlines() == [
        f"FREMDRIFT_MAX_ROWS {settings.OTHERWISE}", f"FREMDRIFT_CONTACT {settings.NO_MAILBOX}"]


def test_a_number_that_is_too_small_is_told_how_small_it_may_be(told):
    assert told(PUBLIC_THRESHOLD="4") == (
        "FREMDRIFT_PUBLIC_THRESHOLD skal være mindst 5. Ret tallet, eller fjern indstillingen.")
