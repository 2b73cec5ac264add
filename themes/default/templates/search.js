// The search page: reads of the index below /search/ the lists, parts and blocks that a query needs.
// What a reader types is folded into words as readalso/briefing/vocabulary.py folds the briefings.

const home = new URL("../", import.meta.url);
const form = document.getElementById("search");
const said = document.getElementById("said");
const list = document.getElementById("found");
const more = document.getElementById("more");
const SHOWN = 10;
const PARTS = 6; // of one word that is the beginning of many
const UNSPACED = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+)/;
const kept = new Map();
let asked = 0;

function read(path) {
  if (!kept.has(path)) {
    const answer = fetch(new URL(path, home)).then((got) => {
      if (!got.ok) throw new Error(path);
      return got.json();
    });
    answer.catch(() => kept.delete(path));
    kept.set(path, answer);
  }
  return kept.get(path);
}

function words(text) {
  const small = text.replace(/[\p{Cf}\p{Cc}\ufe00-\ufe0f\u034f]/gu, (char) => (/\s/.test(char) ? " " : ""))
    .normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  const bare = small.normalize("NFKD").replace(/([a-z])\p{Mn}+/gu, "$1").normalize("NFKC");
  const found = [];
  for (const run of bare.split(/[^\p{L}\p{N}\p{M}]+/u)) {
    run.split(UNSPACED).forEach((part, index) => {
      const letters = [...part];
      if (index % 2 === 0) {
        if (letters.length > 1) found.push(letters.slice(0, 24).join(""));
      } else if (letters.length === 1) found.push(part);
      else for (let at = 0; at < letters.length - 1; at += 1) found.push(letters[at] + letters[at + 1]);
    });
  }
  return [...new Set(found)];
}

// "fuxi-2.1 0-3.0.4 1.2": of each block how many days it is before the one before, its part of a crowded day, and numbers.
function spelt(text) {
  const found = [];
  let day = 0;
  for (const piece of text.split(" ").filter(Boolean)) {
    const [block, ...numbers] = piece.split(".");
    const [step, part] = block.split("-");
    day = Math.abs(day - parseInt(step, 36)); // the first one states the day itself
    for (const number of numbers) found.push(`${day.toString(36)}${part ? `-${part}` : ""}.${number}`);
  }
  return found;
}

const file = (prefix) => [...prefix].map((char) => char.codePointAt(0).toString(16)).join("-");

// The parts that a query needs for a word: the last one that is not behind it may have it, those that follow what begins with it.
async function near(word, isExact) {
  const { parts: starts } = await read("search/index.json");
  const first = Math.max(0, starts.findLastIndex((start) => start <= word));
  const rest = starts.slice(first + 1);
  const end = isExact ? 0 : rest.findIndex((start) => !start.startsWith(word));
  const lists = [starts[first], ...rest.slice(0, end < 0 ? rest.length : end)].filter((start) => start !== undefined);
  const known = (await Promise.all(lists.map((start) => read(`search/parts/${file(start)}.json`)))).flatMap((list) => list.parts);
  const own = known.filter((prefix) => word.startsWith(prefix)).slice(-1);
  const longer = isExact ? [] : known.filter((prefix) => prefix !== word && prefix.startsWith(word));
  longer.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  return [...own, ...longer].slice(0, PARTS);
}

// The places of what begins with a word -> how much it counts there; null for one too common to tell anything apart.
async function places(word, isWhole) {
  const isExact = isWhole || word.length < 3;
  const prefixes = await near(word, isExact);
  const parts = await Promise.all(prefixes.map((prefix) => read(`search/words/${file(prefix)}.json`)));
  const found = new Map();
  let isCommon = false;
  for (const part of parts) {
    for (const [known, [titles, others, common]] of Object.entries(part)) {
      if (known !== word && (isExact || !known.startsWith(word))) continue;
      const weight = known === word ? 2 : 1;
      for (const place of spelt(titles)) found.set(place, Math.max(found.get(place) || 0, 3 * weight));
      for (const place of spelt(others)) found.set(place, Math.max(found.get(place) || 0, weight));
      isCommon ||= common && known === word;
    }
  }
  return { found, isCommon };
}

const day = (place) => parseInt(place.split(/[.-]/)[0], 36);
const ordinal = (date) => Math.round(Date.parse(`${date}T00:00:00Z`) / 864e5) + 719163; // as Python counts days

async function search(fields) {
  const typed = await Promise.all(words(fields.get("q") || "").map((word) => places(word, false)));
  const chosen = [...form.querySelectorAll("select")].map((one) => fields.get(one.name)).filter(Boolean);
  const named = await Promise.all(chosen.map((url) => places(url, true)));
  const telling = typed.filter((one) => !one.isCommon);
  const sets = [...(telling.length || named.length ? telling : typed), ...named].map((one) => one.found);
  if (!sets.length) return null;
  const [first, ...rest] = sets.sort((one, other) => one.size - other.size);
  const from = fields.get("from") ? ordinal(fields.get("from")) : 0;
  const to = fields.get("to") ? ordinal(fields.get("to")) : Infinity;
  return [...first.keys()]
    .filter((place) => rest.every((set) => set.has(place)) && day(place) >= from && day(place) <= to)
    .map((place) => [place, sets.reduce((sum, set) => sum + set.get(place), 0)])
    .sort((one, other) => other[1] - one[1] || day(other[0]) - day(one[0]) || (one[0] < other[0] ? -1 : 1))
    .map(([place]) => place);
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  return made;
}

// An address of the site as this page writes it: with index.html, where its own links have that.
const suffix = form.getAttribute("action").endsWith("index.html") ? "index.html" : "";

async function items(found, start) {
  const some = found.slice(start, start + SHOWN);
  const blocks = await Promise.all(some.map((place) => read(`search/blocks/${place.split(".")[0]}.json`)));
  return some.map((place, index) => {
    const [url, title, summary, date, shown, source, language] = blocks[index][parseInt(place.split(".")[1], 36)];
    const item = element("li", "", { class: "card" });
    const head = element("h2", "", { class: "headline", lang: language, dir: "auto" });
    head.append(element("a", title, { href: new URL(url.slice(1) + suffix, home).href }));
    const meta = element("p", "", { class: "meta" });
    meta.append(date ? element("time", shown, { datetime: date }) : shown, source ? ` · ${source}` : "");
    item.append(head);
    if (summary) item.append(element("p", summary, { class: "standfirst", lang: language, dir: "auto" }));
    item.append(meta);
    return item;
  });
}

function offer(found, start) {
  more.hidden = start >= found.length;
  more.firstElementChild.onclick = async () => {
    try {
      list.append(...(await items(found, start)));
      offer(found, start + SHOWN);
    } catch {
      said.textContent = form.dataset.failed;
    }
  };
}

async function answer() {
  const turn = (asked += 1);
  const fields = new FormData(form);
  const query = new URLSearchParams([...fields].filter(([, value]) => value)).toString();
  try {
    const found = await search(fields);
    const first = await items(found || [], 0);
    if (turn !== asked) return; // somebody has asked for something else
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    list.replaceChildren(...first);
    offer(found || [], SHOWN);
    said.textContent = !found ? "" : found.length ? form.dataset.found.replace("{n}", found.length) : form.dataset.none;
  } catch {
    if (turn === asked) said.textContent = form.dataset.failed;
  }
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name);
  if (field) field.value = value;
}
if ([...form.querySelectorAll("select, [type=date]")].some((field) => field.value)) form.querySelector("details").open = true;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
form.addEventListener("change", answer);
if (location.search) answer();
