// What a reader is owed and the framework leaves out: Enter takes a day that is typed, after a press the focus stands on
// the answer, which says what came of it, a choice that is too long for its box is told whole under it, and what is
// read aloud has the roles it should.
function fremdriftKeyboard() {
  if (window.fremdriftKeys) return;
  window.fremdriftKeys = true;
  const answer = ".fd-answer";
  const TICK = 100, STILL = 3, PATIENCE = 600, SAME = 12;  // ticks of stillness, in all, and before an old answer serves
  let wait = null;  // what was pressed, the answers that came since, and how long it has been

  function takeDay(event) {
    const part = event.key === "Enter" && event.target.closest?.("[data-testid='stDateInput'] [role='spinbutton']");
    if (!part) return;
    event.preventDefault();
    if (document.querySelector("[data-testid='stDateInputCalendar']")) {  // a day is taken when its calendar is closed
      part.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    } else {  // or, without one, when its box is left
      part.blur();
      part.focus();
    }
  }

  function begin(event) {
    const typed = event.type === "keydown" && event.key === "Enter" && event.target.closest?.(".stForm input[type='text']");
    const button = typed ? typed.closest(".stForm").querySelector(".stFormSubmitButton button")
      : event.target.closest?.(".stButton button, .stFormSubmitButton button");
    const opened = event.target.closest?.("[data-testid='stExpander'] summary, input[type='file'], .stFileUploader");
    if (!button && !opened) return;
    wait = { button, came: new Set(), still: 0, ticks: 0 };
    setTimeout(look, TICK, wait);
  }

  function look(mine) {
    if (mine !== wait || ++mine.ticks > PATIENCE) return;
    const state = document.querySelector("[data-testid='stApp']")?.dataset.testScriptState;
    mine.still = state === "notRunning" ? mine.still + 1 : 0;
    const target = mine.still >= STILL && (came(mine) || (mine.button && mine.ticks >= SAME && stood(mine.button)));
    if (!target) { setTimeout(look, TICK, mine); return; }
    wait = null;
    target.focus();
  }

  const came = (mine) => [...document.querySelectorAll(answer)].find((shown) => mine.came.has(shown));

  // The same answer as before is not drawn anew: it is the one after the button, else the last before it.
  function stood(button) {
    const shown = [...document.querySelectorAll(answer)];
    const after = (one) => button.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    return shown.find(after) ?? shown.at(-1);
  }

  let fitting = false;  // many changes at once are looked through once
  function fit() {
    if (fitting) return;
    fitting = true;
    setTimeout(() => {
      fitting = false;
      roles();
      for (const chosen of document.querySelectorAll(".stSelectbox input")) {
        const box = chosen.closest(".stSelectbox");
        if (chosen.scrollWidth > chosen.clientWidth + 1) box.dataset.whole = chosen.value;
        else delete box.dataset.whole;
      }
    }, TICK);
  }

  // The framework's menu is a list whose items stand in groups, not in the list, and its file box has a name but the
  // role of nothing.
  function put(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function roles() {
    for (const list of document.querySelectorAll("[data-testid='stSidebarNavItems']")) {
      put(list, "role", "none");
      for (const item of list.querySelectorAll("li")) put(item, "role", "none");
      for (const head of list.querySelectorAll("header")) {
        put(head.parentElement, "role", "group");
        put(head.parentElement, "aria-label", head.querySelector("p")?.textContent ?? "");
      }
    }
    for (const box of document.querySelectorAll("[data-testid='stFileUploaderDropzone'][role]")) box.removeAttribute("role");
  }

  window.addEventListener("resize", fit);
  fit();

  new MutationObserver((changes) => {
    fit();
    if (!wait) return;
    for (const change of changes) for (const node of change.addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (node.matches(answer)) wait.came.add(node);
      node.querySelectorAll(answer).forEach((shown) => wait.came.add(shown));
    }
  }).observe(document.body, { subtree: true, childList: true });

  const AGAIN = 900, NEAR = 8;  // a double click's second press: within so many milliseconds and pixels of the first
  const BUTTON = ".stButton button, .stFormSubmitButton button";
  const keyOf = (button) => /st-key-\S+/.exec(button?.closest("[class*='st-key-']")?.className ?? "")?.[0] ?? "";
  let pressed = null;

  // What is pressed may go away, and a link or another button come under the pointer: a double click's second press is
  // no press on that. The same button may be pressed on and on, but for one in a list of faults, which is another's then.
  function once(event) {
    const button = event.target.closest?.(BUTTON), key = keyOf(button);
    const near = pressed && event.detail > 0 && event.timeStamp - pressed.at < AGAIN
      && Math.abs(event.clientX - pressed.x) < NEAR && Math.abs(event.clientY - pressed.y) < NEAR;
    if (near && (!key || key !== pressed.key || button.closest("[class*='st-key-mending']"))) {
      pressed.at = event.timeStamp;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    pressed = button ? { key, at: event.timeStamp, x: event.clientX, y: event.clientY } : null;
  }

  // On a phone the menu covers the page that was chosen in it.
  function uncover(event) {
    const link = event.target.closest?.("[data-testid='stSidebarNavLink']");
    if (link && window.innerWidth < 768)
      setTimeout(() => document.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click(), 3 * TICK);
  }

  const leave = () => { wait = null; };  // who goes on by hand is not called back
  const heard = (kind, what) => document.addEventListener(kind, what, true);  // before the framework stops it
  for (const kind of ["keydown", "pointerdown"]) heard(kind, leave);
  heard("click", once);
  heard("click", uncover);
  for (const kind of ["click", "change", "drop"]) heard(kind, begin);
  heard("keydown", (event) => { if (event.key === "Enter" && event.target.matches?.(".stForm input")) begin(event); });
  heard("keydown", takeDay);
}
