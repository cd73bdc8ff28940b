"""Page tests run the whole app in this process; nothing it caches may outlive a test."""

import importlib.metadata
from collections.abc import Iterator

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def _nothing_cached() -> Iterator[None]:
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def _no_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test of an app would look through every installed package for components, of which this one uses none."""
    monkeypatch.setattr(importlib.metadata, "distributions", lambda **_: iter(()))
