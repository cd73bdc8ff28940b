"""The content security policy: what a page of ours may load and run, by the scripts as they are installed."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from model.documents import offline
from pages.conference import conference_show
from pages.shared import scripts

INDEX = Path(st.__file__).parent / "static" / "index.html"
INLINE = re.compile(r"<script(?:\s[^>]*)?>(.+?)</script>", re.DOTALL)
REST = ("style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
        "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'")


def policy() -> str:
    """The header's value: scripts are the framework's files, its inline script, and ours."""
    ours = (scripts.HTML.html, f"<script>{conference_show.SCRIPT}</script><script>{offline.SCRIPT}</script>")
    hashes = _hashes([INDEX.read_text(encoding="utf-8"), *ours])
    return "; ".join(("default-src 'self'", " ".join(("script-src 'self'", *hashes)), *REST))


def _hashes(pages: Iterable[str]) -> list[str]:
    """What each inline script of the pages is known by to a browser."""
    inline = [script for page in pages for script in INLINE.findall(page)]
    digests = (hashlib.sha256(script.encode()).digest() for script in inline)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
