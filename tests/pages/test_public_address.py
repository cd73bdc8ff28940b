"""The address that goes in a mail: the app's own public one, where it is told to have one and is read at it."""

from types import SimpleNamespace

import pytest

from pages.shared import address


@pytest.mark.parametrize(("told", "here", "link"), [
    ("fremdrift.example", "https://fremdrift.example/indberetning", "https://fremdrift.example/indlaes?maaned=2010-03"),
    ("Fremdrift.example", "https://fremdrift.example:8443/midt/indberetning",
     "https://fremdrift.example:8443/midt/indlaes?maaned=2010-03"),
    ("localhost", "http://localhost:8501/indberetning", ""),
    ("localhost", "https://fremdrift.example/indberetning", ""),
    ("fremdrift.example", "http://localhost:8501/indberetning", ""), ("localhost", None, "")])
def test_a_link_is_given_only_where_the_public_address_is_known(monkeypatch, told, here, link):
    monkeypatch.setattr(address, "st", SimpleNamespace(
        context=SimpleNamespace(url=here), get_option={"browser.serverAddress": told}.__getitem__))
    assert address.public("indlaes", maaned="2010-03") == link
