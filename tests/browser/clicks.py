"""Counting what a person presses: every way to a job has a most number of clicks, and typing is none."""

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Locator

from tests.browser.visitor import Visitor


class Clicks:
    """A visitor whose clicks are counted. What is typed is none, and to choose files in the browser's dialog is one."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.count = 0

    def on(self, what: Locator | str) -> None:
        """Click on what a locator or a selector finds, and wait until nothing moves."""
        self.count += 1
        found = self.visitor.page.locator(what) if isinstance(what, str) else what
        found.first.click()
        self.visitor.settle()

    def follow(self, title: str) -> None:
        """Go to the page of that title by the menu."""
        self.on(self.visitor.page.locator('[data-testid="stSidebarNavLink"]',
                                          has_text=re.compile(f"^{re.escape(title)}$")))

    def button(self, key: str) -> None:
        """Press the button with this widget key."""
        self.on(self.visitor.widget(key, "button"))

    def named(self, name: str) -> None:
        """Press the button that says this."""
        self.on(self.visitor.page.get_by_role("button", name=name, exact=True))

    def choose_files(self, files: FilePayload | list[FilePayload] | Path) -> None:
        """Choose files in the box: the dialog is the browser's own."""
        self.count += 1
        with self.visitor.page.expect_request_finished(lambda request: request.method == "PUT"):
            self.visitor.page.set_input_files('[data-testid="stFileUploaderDropzoneInput"]', files)
        self.visitor.settle()

    def type_in(self, key: str, text: str) -> None:
        """Write in the field with this widget key; the keyboard is no click."""
        self.visitor.fill(key, text)
