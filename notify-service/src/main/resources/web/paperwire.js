// The pages work without this file. It guesses the time zone, finds topics in the long list, and tells
// which file is too large before it is sent.
"use strict";

const zone = document.querySelector("#zone");
if (zone && zone.value === "UTC" && zone.form.action.endsWith("/subscribe")) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zone.options].some((option) => option.value === own)) {
    zone.value = own;
  }
}

const picker = document.querySelector(".picker");
if (picker) {
  const filter = picker.querySelector(".filter");
  const summary = picker.querySelector(":scope > summary");
  const boxes = [...picker.querySelectorAll("input[type=checkbox]")];
  const groups = [...picker.querySelectorAll(".group")];
  const initially = new Map(groups.map((group) => [group, group.open]));
  const names = new Map(boxes.map((box) => [box, box.parentElement.textContent.toLowerCase()]));

  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter((word) => word);
    for (const box of boxes) {
      box.closest("li").hidden = !words.every((word) => names.get(box).includes(word));
    }
    for (const group of groups) {
      const any = group.querySelector("li:not([hidden])") !== null;
      group.hidden = !any;
      group.open = words.length > 0 ? any : initially.get(group);
    }
  };

  const chosen = document.querySelector(".chosen");
  const count = () => {
    const labels = boxes.filter((box) => box.checked).map((box) => box.parentElement.textContent.trim());
    summary.textContent = labels.length
      ? `${labels.length} chosen, of ${boxes.length} topics`
      : `Choose from ${boxes.length} topics`;
    chosen.textContent = labels.join(", ");
    chosen.hidden = labels.length === 0;
  };

  filter.hidden = false;
  filter.addEventListener("input", show);
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
  picker.addEventListener("change", count);
  count();
}

for (const input of document.querySelectorAll("input[data-most-bytes]")) {
  const most = Number(input.dataset.mostBytes);
  input.addEventListener("change", () => {
    const size = input.files.length > 0 ? input.files[0].size : 0;
    input.setCustomValidity(size > most
      ? `This file has ${(size / 1e6).toFixed(1)} MB; ${most / 1e6} MB are the most. Export fewer works at a time.`
      : size === 0 && input.files.length > 0 ? "This file is empty." : "");
    input.reportValidity();
  });
}
