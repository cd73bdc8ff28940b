// Streamlit has no setting for its own words or for the page's language, so they are put right as they are drawn.
function fremdriftInDanish(words, patterns, addresses) {
  const rules = Object.entries(patterns).map(([pattern, danish]) => [new RegExp(pattern), danish]);
  const attributes = ["aria-label", "title", "placeholder", "alt", "data-placeholder"];
  const ours = "[data-testid='stHtml'], [data-testid='stMarkdownContainer'], [data-testid='stTable'], .plot-container";
  const theirs = "[data-testid='stFileUploader'] button";  // its own words, drawn as if they were ours

  function danish(text) {
    const plain = text.trim();
    if (Object.hasOwn(words, plain)) return text.replace(plain, words[plain]);
    const rule = plain.length < 160 && rules.find(([pattern]) => pattern.test(plain));
    return rule ? text.replace(plain, plain.replace(rule[0], rule[1])) : text;
  }

  function translateText(node) {
    if (node.parentElement?.closest(ours) && !node.parentElement.closest(theirs)) return;
    const text = danish(node.data);
    if (text !== node.data) node.data = text;
  }

  function translate(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".plot-container, script, style")) return;
    const elements = [root, ...root.querySelectorAll(attributes.map((name) => `[${name}]`).join(","))];
    for (const element of elements) for (const name of attributes) {
      const text = element.getAttribute(name);
      if (text && danish(text) !== text) element.setAttribute(name, danish(text));
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
  }

  // The first visit to a fresh process is told that its page does not exist, before the menu is known; then the
  // page is shown all the same. The notice is closed when there is such a page after all.
  function closeFalseAlarm() {
    const notice = document.querySelector("[role='dialog']");
    if (!notice?.textContent.includes(words["Page not found"])) return;
    if (!document.querySelector("[data-testid='stSidebarNavLink'], .fd-head")) return;
    const here = location.pathname.split("/").at(-1);
    if (here && addresses.includes(here)) notice.querySelector("button")?.click();
  }

  document.documentElement.lang = "da";
  if (window.fremdriftObserver) return;
  window.fremdriftObserver = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else translate(change.target);
    }
    closeFalseAlarm();
  });
  window.fremdriftObserver.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  translate(document.body);
  closeFalseAlarm();
}
