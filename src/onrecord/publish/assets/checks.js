(() => {
  "use strict";
  // A check is shown with its row: whoever filters by words or by speaker filters both.
  const rows = new Map([...document.querySelectorAll(".findings tr[data-q]")].map((row) => [`${row.dataset.q}-checks`, row]));
  for (const section of document.querySelectorAll(".checked")) {
    const row = rows.get(section.id);
    if (row) new MutationObserver(() => { section.hidden = row.hidden; }).observe(row, { attributeFilter: ["hidden"] });
  }
})();
