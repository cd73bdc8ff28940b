// The way back. The framework writes each change of the address as a step of its own, also those that a single press makes
// one after the other, and those that nobody has pressed for: a press is one step, and what comes by itself is none.
function fremdriftHistory() {
  if (window.fremdriftSteps) return;
  window.fremdriftSteps = true;
  let pressed = false;  // something that has not made its step yet

  const press = () => { pressed = true; };
  for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, press, true);
  window.addEventListener("click", (event) => { if (event.detail === 0) press(); }, true);  // without a pointer
  window.addEventListener("popstate", () => { pressed = false; }, true);

  const step = window.history.pushState.bind(window.history);
  window.history.pushState = (...where) => {
    if (pressed) step(...where);
    else window.history.replaceState(...where);
    pressed = false;
  };
}
