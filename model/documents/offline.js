// Shows one screen at a time; without it they stand below each other. Nothing is fetched.
(function () {
  "use strict";
  const screens = [...document.querySelectorAll("main > .screen")];
  const [previous, next] = document.querySelectorAll(".turn button");
  const count = document.querySelector(".turn span");
  const told = document.querySelector("[role='status']");
  const hint = document.querySelector(".hint");
  const first = Number(document.body.dataset.start);
  let now = -1;

  const named = () => screens.findIndex((screen) => screen.id === decodeURIComponent(location.hash.slice(1)));

  function show(wanted, { keep = true } = {}) {
    const at = Math.min(screens.length - 1, Math.max(0, wanted));
    if (at === now) return;
    if (now >= 0) hint.hidden = true;
    now = at;
    screens.forEach((screen, i) => screen.classList.toggle("now", i === at));
    const place = screens[at].querySelector(".place").textContent;
    count.textContent = place;
    told.textContent = `${place}: ${screens[at].querySelector("h2").textContent}`;
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === screens.length - 1));
    if (keep) remember(screens[at].id);
  }

  function remember(id) {
    try { history.replaceState(null, "", `#${id}`); } catch { /* a frame without an address of its own keeps none */ }
  }

  const turns = {
    ArrowRight: () => show(now + 1), ArrowDown: () => show(now + 1), PageDown: () => show(now + 1), " ": () => show(now + 1),
    ArrowLeft: () => show(now - 1), ArrowUp: () => show(now - 1), PageUp: () => show(now - 1),
    Home: () => show(0), End: () => show(screens.length - 1),
    Escape: () => { if (window.parent !== window) window.parent.postMessage("fremdrift:tilbage", "*"); },
  };

  function turn(event) {
    const pressing = event.key === " " && event.target instanceof HTMLButtonElement;
    if (event.ctrlKey || event.altKey || event.metaKey || pressing || !Object.hasOwn(turns, event.key)) return;
    event.preventDefault();
    if (event.key === " " && event.shiftKey) turns.ArrowLeft(); else turns[event.key]();
  }

  document.documentElement.classList.add("showing");
  document.addEventListener("keydown", turn);
  previous.addEventListener("click", () => show(now - 1));
  next.addEventListener("click", () => show(now + 1));
  window.addEventListener("hashchange", () => { if (named() >= 0) show(named(), { keep: false }); });
  show(named() >= 0 ? named() : first, { keep: false });
  setTimeout(() => { hint.hidden = true; }, 12000);
  window.focus();
})();
