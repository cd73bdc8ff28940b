"""A person at the browser: opens an address, waits until nothing moves, reads, presses and writes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request

# What a page is watched for from its first line on: when anything on it last moved, when the server was last asked for
# something it has not begun to answer, and every width the menu has had.
WATCH = """(() => {
  window.moved = performance.now();
  window.asked = null;
  window.sidebarWidths = new Set();
  const send = WebSocket.prototype.send, heard = new WeakSet();
  WebSocket.prototype.send = function (...said) {
    if (!heard.has(this)) { heard.add(this); this.addEventListener('message', () => { window.asked = null; }); }
    window.asked = performance.now();
    return send.apply(this, said);
  };
  let watched = null;
  const widths = new ResizeObserver(() => {
    window.sidebarWidths.add(Math.round(watched.getBoundingClientRect().width)); });
  document.addEventListener('securitypolicyviolation',
    (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  new MutationObserver(() => {
    window.moved = performance.now();
    const sidebar = document.querySelector('[data-testid="stSidebar"]');
    if (sidebar && sidebar !== watched) widths.observe(watched = sidebar);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()"""
STILL = """([long_enough, patience]) => {
  const app = document.querySelector('[data-testid="stApp"]'), now = performance.now();
  const still = app && app.getAttribute('data-test-script-state') === 'notRunning'
    && app.getAttribute('data-test-connection-state') === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"]')
    && !document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running')
    && (window.asked === null || now - window.asked > patience);
  if (!still) window.moved = now;
  return still && now - window.moved >= long_enough; }"""
LONG_ENOUGH = 200  # milliseconds of standing still, after which nothing more comes of a click
OFTEN = 50  # milliseconds between two looks at whether it does; at every frame it would be the browser's main work
FOCUSED = "document.activeElement.innerText.replaceAll('\u00a0', ' ')"
PATIENCE = 3000  # milliseconds in which the server has begun to answer, if it answers at all


@dataclass
class Visitor:
    """A page with what went wrong behind it."""

    page: Page
    url: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Open the address and wait until the script stands still."""
        self.page.goto(self.url + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has finished and nothing has been drawn for a while."""
        self.page.evaluate("window.moved = performance.now()")
        self.page.wait_for_function(STILL, arg=[LONG_ENOUGH, PATIENCE], polling=OFTEN, timeout=60_000)

    def text(self) -> str:
        """Everything a reader sees, with plain spaces."""
        return self.page.inner_text("body").replace("\u00a0", " ")

    def expect(self, words: str) -> None:
        """Wait until the words stand on the page: an action's answer may come after a moment of stillness."""
        self.page.wait_for_function("w => document.body.innerText.replaceAll('\u00a0', ' ').includes(w)", arg=words,
                                    polling=OFTEN, timeout=60_000)

    def sidebar_widths(self) -> list[int]:
        """Every width the menu has had since the address was opened."""
        found: list[int] = self.page.evaluate("[...window.sidebarWidths]")
        return found

    def heading(self) -> str:
        """The page's heading, with plain spaces."""
        return self.page.locator("h1").first.inner_text().replace("\u00a0", " ")

    def widget(self, key: str, part: str) -> Locator:
        """A part of the widget whose key is this, alone or with what its form is about and its turn behind."""
        return self.page.locator(f":is(.st-key-{key}, [class*='st-key-{key}_']) {part}").first

    def follow(self, title: str) -> None:
        """Go to the page of that title by the menu."""
        self.page.locator('[data-testid="stSidebarNavLink"]', has_text=re.compile(f"^{re.escape(title)}$")).click()
        self.settle()

    def tabs(self) -> list[str]:
        """The names of the page's tabs."""
        return self.page.get_by_role("tab").all_inner_texts()

    def open_tab(self, name: str) -> None:
        """Open the tab of that name; "" on a page without tabs."""
        if name:
            self.page.get_by_role("tab", name=name).click()
            self.settle()

    def unfold(self, keys: Iterable[str]) -> bool:
        """Open the folds with these widget keys that are on the page; whether there was one."""
        found = [fold for fold in (self.page.locator(f".st-key-{key} summary") for key in keys) if fold.count()]
        for fold in found:
            fold.click()
            self.settle()
        return bool(found)

    def click(self, key: str) -> None:
        """Press the button with this widget key."""
        self.widget(key, "button").click()
        self.settle()

    def fill(self, key: str, text: str) -> None:
        """Write in the field with this widget key, and leave it."""
        box = self.widget(key, ":is(input, textarea)")
        box.fill(text)
        box.press("Tab")
        self.settle()

    def press(self, key: str) -> None:
        """Press the button with this widget key by Enter, as one who has no mouse."""
        button = self.widget(key, "button")
        button.focus()
        button.press("Enter")

    def answered(self, words: str) -> None:
        """Wait until the focus stands on an answer with these words, which is announced too."""
        self.page.wait_for_function(f"words => {FOCUSED}.includes(words) && document.activeElement !== document.body",
                                    arg=words, polling=OFTEN, timeout=30_000)
        assert self.page.evaluate("document.activeElement.getAttribute('role')") in {"status", "alert"}

    def asked(self, request: Request) -> None:
        """Keep what is asked of any other machine."""
        if re.match(r"(https?|wss?)://(?!127\.0\.0\.1|localhost)", request.url):
            self.outside.append(request.url)

    def heard(self, said: ConsoleMessage) -> None:
        """Keep what the content security policy did not let the page do (``WATCH`` says it).

        The framework tries once whether it may reckon large numbers in another language, and does without.
        """
        if said.text.startswith("policy: ") and "wasm-eval" not in said.text:
            self.violations.append(said.text)

    def erred(self, error: Error) -> None:
        """Keep what went wrong in a script."""
        self.errors.append(str(error))
