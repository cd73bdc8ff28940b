// The frame gets the keys at once; those that reach the page around it are passed on, and Esc leads back.
(function () {
  "use strict";
  const frame = () => document.querySelector(".st-key-conference_show iframe");
  const back = () => document.querySelector(".st-key-conference_back button")?.click();

  function focus(left) {
    const shown = frame()?.contentDocument?.documentElement;
    if (shown?.classList.contains("showing")) frame().contentWindow.focus();
    else if (left > 0) setTimeout(focus, 100, left - 1);
  }

  function pass(event) {
    const shown = frame();
    if (!shown || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("button, input, textarea")) return;
    if (event.key === "Escape") { back(); return; }
    shown.contentDocument.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, shiftKey: event.shiftKey }));
    shown.contentWindow.focus();
  }

  focus(100);
  if (window.fremdriftConference) return;
  window.fremdriftConference = true;
  document.addEventListener("keydown", pass);
  window.addEventListener("message", (event) => {
    if (event.data === "fremdrift:tilbage" && event.source === frame()?.contentWindow) back();
  });
})();
