(() => {
  "use strict";
  const OVERHANG = 200; // pixels by which notes may reach past their passage before the passage is stretched
  const GAP = 14; // pixels between two notes in the margin
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  const notes = all(".note");
  const rows = new Map(all("tr[data-q]").map((row) => [row.dataset.q, row]));
  const marks = new Map(notes.map((note) => [note.id, []]));
  const owners = (mark) => mark.getAttribute("aria-describedby").split(" ");
  for (const row of all(".figures tr[id]")) marks.set(row.id, []);
  for (const mark of all("mark")) for (const id of owners(mark)) marks.get(id)?.push(mark);
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");

  // Notes beside their line. Reading all places first, then writing, keeps it one layout whatever the length.
  const wide = matchMedia("(min-width: 60.01rem)");
  const align = () => {
    const passages = all(".passage");
    for (const passage of passages) passage.style.minBlockSize = "";
    root.toggleAttribute("data-aligned", wide.matches);
    if (!wide.matches) {
      for (const note of notes) note.style.insetBlockStart = "";
      return;
    }
    const places = passages.map((passage) => {
      const box = passage.getBoundingClientRect();
      const held = all(".note", passage).filter((note) => !note.hidden).map((note) => {
        const first = marks.get(note.id)[0]?.getClientRects()[0];
        return { note, top: first ? first.top : box.top, height: note.offsetHeight };
      });
      return { passage, box, held, last: passage === passage.parentElement.lastElementChild };
    });
    let grown = 0;
    let free = -Infinity;
    for (const { passage, box, held, last } of places) {
      for (const { note, top, height } of held) {
        const at = Math.max(top + grown, free);
        note.style.insetBlockStart = `${at - box.top - grown}px`;
        free = at + height + GAP;
      }
      const over = free - (box.bottom + grown) - (last ? 0 : OVERHANG);
      if (over > 0) {
        passage.style.minBlockSize = `${box.height + over}px`;
        grown += over;
      }
      if (last) free = -Infinity;
    }
  };

  // One attribution in hand: the note that has focus, or what the pointer is over.
  let inHand = null;
  let lit = [];
  const light = (ids) => {
    for (const element of lit) element.removeAttribute("data-on");
    lit = ids.flatMap((id) => [$(id), rows.get(id), ...(marks.get(id) ?? [])]).filter(Boolean);
    for (const element of lit) element.setAttribute("data-on", "");
  };
  const idsAt = (target) => {
    const element = target.closest?.("mark, .note, tr[data-q], .figures tr[id]");
    if (!element) return inHand ? [inHand.id] : [];
    if (element.matches("mark")) return owners(element);
    return [element.dataset.q ?? element.id];
  };
  let stop = null; // the one note that Tab reaches
  const tabStop = (note) => {
    for (const [each, value] of [[stop, -1], [note, 0]]) {
      if (!each) continue;
      each.tabIndex = value;
      for (const link of all("a", each)) link.tabIndex = value;
    }
    stop = note;
  };
  const take = (note) => {
    if (!note) return;
    tabStop(note);
    note.focus({ preventScroll: true });
    const there = wide.matches ? note : marks.get(note.id)[0] ?? note;
    there.scrollIntoView({ block: "center", behavior: quiet.matches ? "auto" : "smooth" });
  };
  const step = (by) => {
    const shown = notes.filter((note) => !note.hidden);
    const at = shown.indexOf(inHand ?? stop);
    take(shown[inHand || at < 0 ? Math.min(Math.max(at + by, 0), shown.length - 1) : at]);
  };
  const letGo = () => {
    document.activeElement?.blur();
    inHand = null;
    light([]);
  };
  document.addEventListener("mouseover", (event) => light(idsAt(event.target)));
  document.addEventListener("focusin", (event) => {
    inHand = event.target.closest?.(".note") ?? null;
    if (inHand && inHand !== stop) tabStop(inHand);
    light(inHand ? [inHand.id] : idsAt(event.target));
  });
  document.addEventListener("focusout", () => { inHand = null; light([]); });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("mark");
    if (!mark || !getSelection().isCollapsed) return;
    const note = $(owners(mark)[0]);
    if (!note.matches(".note")) return; // a figure outside what anyone said has a row, no note
    tabStop(note);
    note.focus({ preventScroll: wide.matches });
  });

  // Filter by words and by speaker.
  const filter = $("the-filter");
  const names = all("b[data-who]");
  let speaker = null;
  const haystack = new Map(notes.map((note) => [note.id, `${note.textContent} ${rows.get(note.id)?.textContent}`.toLowerCase()]));
  const sift = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    const off = new Set();
    for (const note of notes) {
      const row = rows.get(note.id);
      const text = haystack.get(note.id);
      const keep = (!speaker || row.dataset.who === speaker) && words.every((word) => text.includes(word));
      note.hidden = row.hidden = !keep;
      shown += keep;
      if (!keep) off.add(note.id);
    }
    for (const mark of all("mark")) mark.toggleAttribute("data-off", off.has(owners(mark)[0]) && owners(mark).every((id) => off.has(id) || !haystack.has(id)));
    for (const row of all(".terms tbody tr")) row.hidden = speaker !== null && row.dataset.saidBy !== speaker;
    $("the-count").textContent = off.size ? `${shown} of ${notes.length} shown` : "";
    if (!stop || stop.hidden) tabStop(notes.find((note) => !note.hidden) ?? null);
    align();
  };
  const choose = (who) => {
    speaker = speaker === who ? null : who;
    for (const button of all(".cast button")) button.setAttribute("aria-pressed", String(button.dataset.who === speaker));
    sift();
  };
  for (const name of names) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.who = name.dataset.who;
    button.title = "Show only this speaker";
    button.setAttribute("aria-pressed", "false");
    button.append(...name.childNodes);
    button.addEventListener("click", () => choose(button.dataset.who));
    name.append(button);
  }
  filter.addEventListener("input", sift);

  // Sort within statements and within the rest, never across.
  const key = (row, column) => (column ? row.cells[column].textContent.trim() : Number(row.cells[0].textContent.replace(/\D/g, "")));
  const sort = (table, heading) => {
    const column = heading.cellIndex;
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = (a, b) => (column ? key(a, column).localeCompare(key(b, column), "en") : key(a, 0) - key(b, 0)) * (down ? -1 : 1);
    for (const body of table.tBodies) body.append(...all("tr[data-q]", body).sort(order));
  };
  for (const heading of all(".said:not(.figures) thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading.closest("table"), heading));
    heading.append(button);
  }

  // Keys. Nothing is taken from a field, and nothing with Ctrl, Alt or Meta.
  const shortcuts = $("the-shortcuts");
  const help = $("the-keys");
  const keys = { j: () => step(1), k: () => step(-1), "/": () => filter.focus(), "?": () => help.showModal() };
  const arrows = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };
  const copyLink = async (note) => {
    const link = new URL(`#${note.id}`, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      $("the-count").textContent = "Link copied";
    } catch {
      location.hash = note.id; // no clipboard here: the address bar has it
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (event.key === "Escape") {
      if (filter.value || speaker) { filter.value = ""; choose(speaker); }
      letGo();
      return;
    }
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "Enter" && event.target.matches(".note")) { copyLink(event.target); return; }
    const action = (shortcuts.checked && keys[event.key]) || (inHand && arrows[event.key]);
    if (!action) return;
    event.preventDefault();
    action();
  });
  $("the-help").addEventListener("click", () => help.showModal());
  const remembered = "onrecord-shortcuts";
  try { shortcuts.checked = localStorage.getItem(remembered) !== "off"; } catch { /* kept for this visit only */ }
  shortcuts.addEventListener("change", () => {
    try { localStorage.setItem(remembered, shortcuts.checked ? "on" : "off"); } catch { /* as above */ }
  });

  for (const note of notes) {
    note.tabIndex = -1;
    for (const link of all("a", note)) link.tabIndex = -1;
  }
  tabStop(notes[0] ?? null);
  all(".toolbar").forEach((bar) => { bar.hidden = !notes.length; });
  align();
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    requestAnimationFrame(align);
  });
  addEventListener("load", align);
  addEventListener("beforeprint", () => {
    root.removeAttribute("data-aligned");
    for (const passage of all(".passage")) passage.style.minBlockSize = "";
  });
  addEventListener("afterprint", align);
})();
