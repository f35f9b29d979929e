// The pages work without this file. It guesses the time zone, finds topics in the long list, and tells
// which file is too large before it is sent.
"use strict";

const zone = document.querySelector("#zone");
if (zone && zone.value === "UTC" && zone.form.id === "subscribe") {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zone.options].some((option) => option.value === own)) {
    zone.value = own;
  }
}

const plain = (text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

const singular = (word) => (word.length > 3 ? word.replace(/s$/, "") : word);

// How well a topic fits what is typed: 4 is its name, 3 has the words, 2 their beginnings, 1 has them
// somewhere inside of words, 0 lacks one.
const fit = (topic, typed) => {
  const whole = typed.trim();
  if (topic.names.some((name) => [whole, singular(whole)].includes(name.trim()))) {
    return 4;
  }
  const all = topic.names.join("");
  return Math.min(...whole.split(" ").map((word) =>
    [` ${word} `, ` ${word}s `, ` ${singular(word)} `].some((form) => all.includes(form)) ? 3
      : all.includes(` ${word}`) ? 2
      : all.includes(word) ? 1 : 0));
};

for (const finder of document.querySelectorAll(".finder")) {
  const filter = finder.querySelector(".filter");
  const missed = finder.querySelector(".missed");
  const groups = [...finder.querySelectorAll(".group, .columns section")].map((element) => ({
    element,
    open: element.open,
    topics: [...element.querySelectorAll("label, a")].map((label) => ({
      row: label.closest("li"),
      names: [label.textContent, ...(label.dataset.names ?? "").split(",")].filter((name) => name).map(plain),
      fit: 0,
    })),
  }));
  const best = (topics) => Math.max(0, ...topics.map((topic) => topic.fit));
  const put = (elements) => elements.forEach((element) => element.parentElement.append(element));

  const show = () => {
    const typed = plain(filter.value);
    const any = typed.trim() !== "";
    const topics = groups.flatMap((group) => group.topics);
    for (const topic of topics) {
      topic.fit = any ? fit(topic, typed) : 1;
    }
    // What only stands inside of words, as "rag" in "storage", is meant if nothing else is.
    const least = any && best(topics) > 1 ? 2 : 1;
    for (const group of groups) {
      const found = best(group.topics) >= least;
      group.element.hidden = !found;
      if (group.open !== undefined) {
        group.element.open = any ? found : group.open;
      }
      group.topics.forEach((topic) => topic.row?.toggleAttribute("hidden", topic.fit < least));
      put([...group.topics].sort((one, other) => other.fit - one.fit).flatMap((topic) => topic.row ?? []));
    }
    put([...groups].sort((one, other) => best(other.topics) - best(one.topics)).map((group) => group.element));
    missed.textContent = best(topics) === 0 ? "No topic has this name." : "";
  };

  filter.hidden = false;
  filter.addEventListener("input", show);
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
}

const picker = document.querySelector(".picker");
if (picker) {
  const summary = picker.querySelector(":scope > summary");
  const boxes = [...picker.querySelectorAll("input[type=checkbox]")];
  const chosen = document.querySelector(".chosen");
  const count = () => {
    const labels = boxes.filter((box) => box.checked).map((box) => box.parentElement.textContent.trim());
    summary.textContent = labels.length
      ? `${labels.length} chosen, of ${boxes.length} topics`
      : `Choose from ${boxes.length} topics`;
    chosen.textContent = labels.join(", ");
    chosen.hidden = labels.length === 0;
  };
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
