// What scripting adds to pages that work without it. Documentation/guides/pages.md tells the whole contract.
//
//   form[data-autosave] in [data-card][id]   sent as it is filled in, with X-Termwise: fragment; a form around several
//     cards is renewed in the one that holds its [data-status]; button[data-full] sends the form as a page
//     answers: 2xx elements with ids, each put in its namesake's place · 422 the card with errors · 409 changed by
//     somebody else, with Location or [data-merge] · 429 and 5xx sent again later · /sign-in kept on this device
//     [data-status] says how it stands · [data-part=NAME] is renewed even while somebody types in the card
//   any other form[method=post] with fields    what is typed is kept on this device until its answer comes; form[data-closed]
//     never is: what is said there is nobody else's · body[data-refused] shows a form again that was not taken
//   [data-key=K]      pressed by K on the current card · a[data-go=K] by g K · a[data-keys] and ? open every key
//   a[data-panel]     opens the linked page's main beside this page
//   [data-print]      prints · form[data-sign-out] clears what this device kept · [data-problems] takes the focus

const { body } = document;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const pause = ms => new Promise(done => setTimeout(done, ms));
const parse = html => Object.assign(document.createElement("template"), { innerHTML: html }).content;
const isText = element => element?.matches?.(
  "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])");
// Whether somebody wrote in the field since the page was drawn: the browser fills none of ours in by itself.
const isTouched = field => /radio|checkbox/.test(field.type) ? field.checked !== field.defaultChecked
  : field.type === "select-multiple" ? [...field.options].some(option => option.selected !== option.defaultSelected)
  : field.type === "select-one" ? field.selectedIndex !== Math.max(0, [...field.options].findLastIndex(option => option.defaultSelected))
  : "defaultValue" in field && !/hidden|file/.test(field.type)
    && field.value !== Object.assign(field.cloneNode(), { value: field.defaultValue }).value;
document.documentElement.classList.add("js");

// ---- What this device keeps until the server has it ----

const kept = {
  get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; /* Full or forbidden. */ } },
  get works() { const works = this.set("termwise:works", 1); this.drop("termwise:works"); return works; },
  drop(key) { try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ } },
  drafts() { try { return Object.keys(localStorage).filter(key => key.startsWith("termwise:draft:")); } catch { return []; } },
};
const FORTNIGHT = 14 * 24 * 3600e3;
const mine = `termwise:draft:${body.dataset.reader}:`, isRefused = "refused" in body.dataset;
// This page answers the form that was sent from the page before it.
const answers = page => !isRefused && body.dataset.reader && page && document.referrer === location.origin + page
  && performance.getEntriesByType("navigation")[0]?.type === "navigate";
for (const key of kept.drafts()) {
  const draft = kept.get(key);
  if (!(Date.now() - draft?.at < FORTNIGHT) || key.startsWith(mine) && answers(draft.sent)) kept.drop(key);
}

class Draft {
  static known = new WeakMap();
  static of(form) {
    if (!Draft.known.has(form)) Draft.known.set(form, new (form.matches("[data-autosave]") ? Saver : Draft)(form));
    return Draft.known.get(form);
  }
  // Forms in which somebody writes; a password stays nowhere.
  static at(form) {
    const isOurs = form?.matches?.("form[method=post]:not([data-sign-out])") && !form.querySelector("input[type=password]");
    return isOurs && body.dataset.reader && form.querySelector("textarea, select, input:not([type=hidden])") ? Draft.of(form) : null;
  }

  isKept = true;

  constructor(form) {
    this.form = form;
    this.action = form.getAttribute("action");
    this.key = mine + this.action;
    // What was typed before this script came is news too.
    this.last = [...form.elements].some(isTouched) ? null : JSON.stringify(this.typed);
  }

  hidden(name) { return this.form.querySelector(`input[type=hidden][name=${name}]`); }
  get version() { return this.hidden("version"); }
  get typed() {
    const hidden = new Set(all("input[type=hidden]", this.form).map(input => input.name));
    return [...new FormData(this.form)].filter(([name, value]) => !hidden.has(name) && typeof value === "string");
  }
  get whereabouts() {
    return this.isKept ? "What you typed is kept on this device." : "What you typed is on this page alone: leave it open.";
  }

  keep(sent) {
    this.isKept = !("closed" in this.form.dataset) && kept.set(this.key, {
      at: Date.now(), version: this.version?.value, once: this.hidden("once")?.value, typed: this.typed, sent });
    if (!this.isKept && !("closed" in this.form.dataset)) unkept(this.form);
  }

  changed() {
    const now = JSON.stringify(this.typed);
    if (now === this.last) return;
    this.last = now;
    this.keep();
  }

  // The draft that differs from the page, put into it.
  broughtBack() {
    const draft = kept.get(this.key);
    if (!draft) return false;
    if ("closed" in this.form.dataset || JSON.stringify(draft.typed) === JSON.stringify(this.typed)) return kept.drop(this.key), false;
    for (const field of [...this.form.elements].filter(field => !isTouched(field))) {
      const values = draft.typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (/radio|checkbox/.test(field.type)) field.checked = values.includes(field.value);
      else if (!/hidden|file/.test(field.type) && values.length) field.value = values.shift();
    }
    // Judged against what was read then, so that a change made since is noticed and not overwritten, and known again
    // when it was sent already and only its answer got lost.
    for (const name of ["version", "once"]) if (this.hidden(name) && draft[name]) this.hidden(name).value = draft[name];
    return true;
  }

  restore() {
    if (isRefused) return void (kept.get(this.key) && this.keep());
    if (!this.broughtBack()) return this.changed();
    this.last = JSON.stringify(this.typed);
    const afresh = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: "Begin afresh" });
    afresh.onclick = () => { kept.drop(this.key); location.reload(); };
    note(this.form, "What you typed was brought back from this device. It is not saved yet. ", afresh);
  }
}

// What is said once the page stands there floats over it: nothing that somebody reads or presses moves away.
function note(form, ...words) {
  const home = form.closest("main, dialog, .panel") ?? body;
  const close = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: "Close" });
  const note = Object.assign(document.createElement("p"), { className: "notice afloat" });
  note.setAttribute("role", "status");
  note.append(...words, " ", close);
  close.onclick = () => note.remove();
  home.querySelector(":scope > .afloat")?.remove();
  home.append(note);
}

let isUnkeptSaid = false;
function unkept(form) {
  if (isUnkeptSaid) return;
  isUnkeptSaid = true;
  note(form, "This browser keeps nothing on this device. What you type is on this page alone until it is saved.");
}

// ---- Saving as somebody goes ----

class Saver extends Draft {
  static get every() { return all("form[data-autosave]").map(Saver.of); }

  // unsaved: the server lacks something · dirty: something was not sent yet · held: sending waits for the person
  unsaved = false; dirty = false; held = false; tries = 0; note = ""; running = null; submitter = null; waiting = null;

  get card() { return this.form.closest("[data-card]") ?? this.form.querySelector("[data-status]")?.closest("[data-card]"); }

  say(words, isWaiting = false, link) {
    const status = this.form.querySelector("[data-status]");
    if (!status) return;
    status.classList.toggle("waiting", isWaiting);
    status.replaceChildren(this.note + words, ...(link ? [" ", link] : []));
  }

  changed(delay) {
    const now = JSON.stringify(this.typed);
    if (now === this.last && !this.submitter) return;
    this.last = now;
    this.unsaved = this.dirty = true;
    this.note = "";
    this.keep();
    if (this.held) return;
    this.say("Not saved yet");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), delay);
  }

  // One request at a time; what changes meanwhile is sent as one more afterwards.
  send() {
    clearTimeout(this.timer);
    if (!this.dirty || this.held) return this.running;
    this.running ??= this.post().finally(() => {
      this.running = null;
      if (this.dirty && !this.tries) this.send();
    });
    return this.running;
  }

  async post() {
    const { submitter } = this;
    const sent = new URLSearchParams(new FormData(this.form, submitter));
    this.dirty = false;
    this.submitter = null;
    let answer, html = "";
    try {
      answer = await fetch(submitter?.getAttribute("formaction") ?? this.action, {
        method: "POST", body: sent, keepalive: sent.toString().length < 6e4,
        headers: { "X-Termwise": "fragment", "X-Form-Token": sent.get("form-token") ?? "" },
      });
      html = await answer.text();
    } catch { answer = null; }
    if (!answer || answer.status === 429 || answer.status >= 500) return this.later(answer, submitter);
    this.tries = 0;
    if (answer.status === 401 || new URL(answer.url).pathname === "/sign-in") return this.signedOut();
    if (answer.status === 409) return this.conflict(answer, html);
    this.put(html, answer);
    if (answer.ok) return this.saved();
    this.heir.unsaved = true;
    this.heir.say(answer.status === 422 ? "Not saved: see what is wrong above." : `Not saved. ${this.whereabouts}`, true);
  }

  later(answer, submitter) {
    this.dirty = true;
    this.submitter ??= submitter;
    const wait = Number(answer?.headers.get("Retry-After")) || Math.min(60, 2 ** ++this.tries);
    this.tries ||= 1;
    this.timer = setTimeout(() => this.send(), wait * 1000);
    this.say(`Not saved yet: ${navigator.onLine ? "the server does not answer" : "you are offline"}. ${this.whereabouts}`, true);
  }

  saved() {
    if (this.dirty) return this.keep();
    this.unsaved = false;
    kept.drop(this.key);
    this.heir.settle(this.note);
  }

  settle(note) {
    const status = this.form.querySelector("[data-status]");
    const words = status?.textContent.match(/Saved.*/)?.[0] ?? "Saved " + new Date().toTimeString().slice(0, 5);
    this.note = note;
    this.say("");
    setTimeout(() => this.unsaved || this.say(words), 50); // Emptied first, so that it is read out again.
  }

  signedOut() {
    this.held = true;
    const again = link(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`, "Sign in");
    if (!this.isKept) again.target = "_blank"; // This page is all that holds the words.
    this.say(`Not saved: you are signed out. ${this.whereabouts}`, true, again);
  }

  // Somebody else saved first. Their page of both texts, or the form sent as a page that answers with it.
  conflict(answer, html) {
    this.held = true;
    const merge = answer.headers.get("Location") ?? parse(html).querySelector("[data-merge]")?.getAttribute("href");
    const compare = merge ? link(merge, "Compare both") : Object.assign(document.createElement("button"), { className: "link", textContent: "Compare both" });
    if (merge) compare.onclick = () => this.handOver();
    compare.dataset.full = "";
    this.say("Not saved: somebody else changed this.", true, compare);
  }

  // From here on the page that follows has the text; until it comes, so has this device.
  handOver() {
    clearTimeout(this.timer);
    this.unsaved = this.dirty = false;
    this.keep(location.pathname + location.search);
  }

  // The one for the form that now stands where this one stood.
  get heir() {
    const form = !this.form.isConnected && this.successor?.querySelector("form[data-autosave]");
    return form ? Saver.of(form) : this;
  }

  put(html, answer) {
    const news = parse(html), { card } = this, name = card?.id.replace(/~$/, "");
    for (const next of answer.redirected ? [name && news.getElementById(name)] : [...news.children]) {
      for (const mark of next?.id ? ["", "~"] : []) {
        const old = document.getElementById(next.id + mark), copy = next.cloneNode(true);
        if (!old) continue;
        if (mark) apart(copy);
        if (old !== card) next.id === name ? mirror(old, copy) : swap(old, copy);
        else if (this.dirty || isText(document.activeElement) && card.contains(document.activeElement)) {
          renew(old, copy);
          this.waiting = answer.ok ? copy : null;
        } else swap(old, this.successor = copy);
      }
    }
  }

  // The new card waits until nobody types in the old one.
  left() {
    if (this.waiting && !this.unsaved && !this.card.contains(document.activeElement)) swap(this.card, this.waiting);
  }

  restore() {
    if (isRefused) return void (kept.get(this.key) && this.keep());
    if (!this.broughtBack()) return this.changed(800);
    this.changed(1000);
    this.note = "Brought back from this device. ";
    this.say("Not saved yet");
  }
}

const link = (href, textContent) => Object.assign(document.createElement("a"), { href, textContent });

// What may change around somebody who types: versions, parts, errors; never what is typed.
function renew(old, next) {
  for (const input of all("input[type=hidden]", next)) {
    const mine = old.querySelector(`input[type=hidden][name="${CSS.escape(input.name)}"]`);
    if (mine) mine.value = input.value;
  }
  for (const part of all("[data-part]", next)) old.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(part.cloneNode(true));
  for (const field of all("[data-field]", old)) {
    const news = next.querySelector(`[data-field="${field.dataset.field}"]`), words = ":scope > .hint, :scope > .error";
    all(words, field).forEach(word => word.remove());
    if (news) field.querySelector(":scope > label, :scope > legend")?.after(...all(words, news).map(word => word.cloneNode(true)));
    for (const control of all("[id]", field)) for (const name of ["aria-invalid", "aria-describedby"]) {
      const value = news?.querySelector(`#${CSS.escape(control.id)}`)?.getAttribute(name);
      if (value) control.setAttribute(name, value); else control.removeAttribute(name);
    }
  }
  const status = next.querySelector("[data-status]"), mine = old.querySelector("[data-status]");
  if (status && mine) mine.textContent = status.textContent;
}

// The same card beside this one, on the page or in the panel.
function mirror(old, next) {
  const to = old.querySelector("form[data-autosave]"), from = next.querySelector("form[data-autosave]");
  if (!to || !from || Saver.of(to).unsaved) return;
  renew(old, next);
  for (const field of to.elements) {
    const mate = [...from.elements].find(({ name, type, value }) => name === field.name && (type !== "radio" || value === field.value));
    if (mate && field.type === "radio") field.checked = mate.checked;
    else if (mate && isText(field)) field.value = mate.value;
  }
  Saver.of(to).last = JSON.stringify(Saver.of(to).typed);
}

// A panel may hold what the page holds too: its ids end in a mark of their own.
function apart(within) {
  for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) for (const element of [within, ...all(`[${name}]`, within)]) {
    const ids = element.getAttribute(name);
    if (ids) element.setAttribute(name, ids.replace(/\S+/g, "$&~"));
  }
}

function swap(old, next) {
  const focused = old.contains(document.activeElement) && document.activeElement;
  const at = focused && (focused.id ? `#${CSS.escape(focused.id)}` : focused.name && `[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`);
  const open = all("details", old).map(details => details.open);
  old.replaceWith(next);
  all("details", next).forEach((details, index) => { details.open ||= open[index] ?? false; });
  next.classList.toggle("current", old.classList.contains("current"));
  all("form[data-autosave]", next).forEach(Saver.of);
  if (focused) (at && next.querySelector(at) || next).focus({ preventScroll: true });
}

const saverAt = target => { const form = target.closest?.("form[data-autosave]"); return form && Saver.of(form); };
const draftAt = target => Draft.at(target.form ?? target.closest?.("form"));
const unsaved = () => Saver.every.some(saver => saver.unsaved);
const flush = () => Promise.race([Promise.all(Saver.every.map(async saver => {
  while (saver.unsaved && !saver.held && !saver.tries && (saver.dirty || saver.running)) await saver.send();
})), pause(4000)]);

addEventListener("input", ({ target }) => {
  if (isText(target)) draftAt(target)?.changed(800);
  if (target.matches("textarea")) grow(target);
});
addEventListener("change", ({ target }) => draftAt(target)?.changed(isText(target) && target.type !== "select-one" ? 0 : 100));
addEventListener("focusout", ({ target }) => {
  const saver = saverAt(target);
  if (saver?.dirty && !saver.tries) saver.send();
  if (saver) setTimeout(() => saver.form.isConnected && saver.left());
});
addEventListener("submit", event => {
  const saver = saverAt(event.target);
  if (event.target.matches("[data-sign-out]")) addEventListener("pagehide", () => kept.drafts().forEach(kept.drop));
  if (!saver) return void Draft.at(event.target)?.keep(location.pathname + location.search);
  const isFull = "full" in (event.submitter?.dataset ?? {});
  if (isFull && !saver.running) return saver.handOver();
  event.preventDefault();
  if (isFull) return void saver.running.finally(() => event.target.requestSubmit(event.submitter)); // One after the other.
  saver.submitter = event.submitter;
  saver.held = false;
  saver.tries = 0;
  saver.changed(0);
});
// A filter's address names only what was chosen.
addEventListener("formdata", ({ target, formData }) => {
  if (target.method === "get") for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});
addEventListener("online", () => Saver.every.forEach(saver => { saver.tries = 0; saver.send(); }));
document.addEventListener("visibilitychange", () => { if (document.hidden) Saver.every.forEach(saver => saver.tries || saver.send()); });
addEventListener("beforeunload", event => { if (unsaved()) event.preventDefault(); });

// ---- Links: leaving waits for what is being saved; panels open beside the page ----

const loaded = location.pathname + location.search;
const roomy = matchMedia("(min-width: 60rem)");
let panel, opener;

async function go(href) {
  await flush();
  location.assign(href);
}

async function mainOf(href) {
  try {
    const answer = await fetch(href, { headers: { Accept: "text/html" } });
    const main = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    return main || null;
  } catch { return null; }
}

async function showPanel(href, depth) {
  const main = await mainOf(href);
  if (!main) return go(href);
  if (depth) {
    if (depth === 1) history.replaceState({ base: loaded }, "");
    history.pushState({ panel: href, base: loaded, depth }, "", href);
  }
  panel ??= Object.assign(document.createElement("aside"), { className: "panel", tabIndex: -1 });
  const close = Object.assign(document.createElement("button"), { className: "quiet", textContent: "Close", onclick: closePanel });
  const whole = link(href, "Open as a page");
  const head = Object.assign(document.createElement("div"), { className: "panel-head" });
  head.append(whole, close);
  panel.setAttribute("aria-label", main.querySelector("h1")?.textContent ?? "Details");
  main.removeAttribute("id");
  apart(main);
  panel.replaceChildren(head, ...main.childNodes);
  body.querySelector(".page").after(panel);
  body.classList.add("with-panel");
  begin(panel);
  panel.scrollTop = 0;
  panel.focus();
  opener?.scrollIntoView({ block: "nearest" });
}

function closePanel() { if (panel?.isConnected) history.go(-(history.state?.depth ?? 1)); }

addEventListener("popstate", ({ state }) => {
  if (state?.panel ? state.base !== loaded : location.pathname + location.search !== loaded) return location.reload();
  if (state?.panel) return showPanel(state.panel, 0);
  if (!panel?.isConnected) return;
  panel.remove();
  body.classList.remove("with-panel");
  opener?.focus();
});

addEventListener("click", event => {
  const { target } = event;
  const more = document.querySelector(".more[open]");
  if (more && !more.contains(target)) more.open = false;
  if (target.closest("[data-print]")) return print();
  const anchor = target.closest("a[href]");
  if (!anchor || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (anchor.closest("[data-problems]")) {
    const field = document.getElementById(anchor.hash.slice(1));
    if (field) { event.preventDefault(); field.scrollIntoView({ block: "center" }); field.focus({ preventScroll: true }); }
  } else if (anchor.matches("[data-keys]")) {
    event.preventDefault();
    showKeys(anchor.href);
  } else if (anchor.matches("[data-panel]") && roomy.matches) {
    event.preventDefault();
    if (!panel?.contains(anchor)) opener = anchor;
    showPanel(anchor.getAttribute("href"), (history.state?.depth ?? 0) + 1);
  } else if (unsaved() && anchor.origin === location.origin && !anchor.target && !anchor.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    go(anchor.href);
  }
});

// ---- Keys: never while somebody types, and only where they are wanted ----

let afterG = 0;
const cards = () => all("[data-card]");
const current = () => document.activeElement?.closest("[data-card]") ?? document.querySelector("[data-card].current")
  ?? cards().find(card => card.getBoundingClientRect().bottom > 80);

function walk(by) {
  const list = cards(), here = list.length === 1 ? list[0] : document.querySelector("[data-card].current");
  const next = here ? list[list.indexOf(here) + by] : by > 0 && current();
  if (!next) return document.querySelector(by > 0 ? "main a[rel=next]" : "main a[rel=prev]")?.click();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

addEventListener("focusin", ({ target }) => {
  const card = target.closest("[data-card]");
  if (card) for (const other of cards()) other.classList.toggle("current", other === card);
});

addEventListener("keydown", event => {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (key === "Escape") return closePanel();
  if (kept.get("termwise:keys") === "off" || isText(target)) return;
  const place = Date.now() - afterG < 1500 && document.querySelector(`a[data-go="${CSS.escape(key)}"]`);
  afterG = key === "g" ? Date.now() : 0;
  const press = place
    || (key === "?" && document.querySelector("a[data-keys]"))
    || (key === "/" && document.querySelector("[data-search], main input[type=search]"))
    || current()?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!place && (key === "n" || key === "p")) walk(key === "n" ? 1 : -1);
  else if (press) { if (key === "/") press.focus(); else press.click(); }
  else return;
  event.preventDefault();
});

async function showKeys(href) {
  const main = await mainOf(href);
  if (!main) return go(href);
  const dialog = document.createElement("dialog"), close = document.createElement("button");
  Object.assign(close, { className: "quiet", textContent: "Close", onclick: () => dialog.close() });
  dialog.append(...main.childNodes, close);
  dialog.setAttribute("aria-label", dialog.querySelector("h1")?.textContent ?? "Every key");
  dialog.addEventListener("close", () => dialog.remove());
  body.append(dialog);
  begin(dialog);
  dialog.showModal();
}

// ---- A page, a panel or a dialog begins ----

const grows = CSS.supports("field-sizing", "content");
function grow(area) {
  if (grows) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function begin(within) {
  for (const form of all("form[method=post]", within)) {
    const draft = Draft.at(form);
    draft?.restore();
    if (draft && !kept.works && !("closed" in form.dataset)) unkept(form);
  }
  all("textarea", within).forEach(grow);
  all("[data-print], [data-keys-choice]", within).forEach(element => { element.hidden = false; });
  for (const box of all("[data-keys-on]", within)) {
    box.checked = kept.get("termwise:keys") !== "off";
    box.onchange = () => kept.set("termwise:keys", box.checked ? "on" : "off");
  }
  within.querySelector("[data-problems]")?.focus();
}

begin(document);
