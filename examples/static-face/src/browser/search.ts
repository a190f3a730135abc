import { connect, type Schemas } from "../api.js";
import { type Html, html } from "../html.js";
import { WORDS } from "../words.js";

import { find, pageLanguage } from "./page.js";

const language = pageLanguage();
const words = WORDS[language];
const form = find("search", HTMLFormElement);
const field = find("q", HTMLInputElement);
const status = find("status", HTMLElement);
const results = find("results", HTMLElement);
const api = connect(form.dataset["api"] ?? location.href, language);
let asked = 0;

async function ask(q: string): Promise<void> {
  const turn = ++asked;
  status.textContent = words.searching;
  results.replaceChildren();
  const query = { q, locale: language };
  const { data, error } = await api
    .GET("/api/v3/search/", { params: { query } })
    .catch(() => ({ data: undefined, error: undefined }));
  // Whoever asks anew before the answer comes wants the later one.
  if (turn !== asked) return;
  if (data === undefined) {
    status.textContent = error?.detail || words.failed;
    return;
  }
  status.textContent = `${words.found} ${data.count}`;
  results.innerHTML = print(data).text;
}

function print({ hits, partly }: Schemas["SearchResults"]): Html {
  return html`<ol class="hits">${hits.map(printHit)}</ol>
${partly.length > 0 && html`<h2>${words.partly}</h2>
<ol class="hits">${partly.map(printHit)}</ol>`}`;
}

function printHit(hit: Schemas["SearchHit"]): Html {
  return html`<li><p><a href="${hit.url}">${marked(hit.title)}</a></p>
<p class="small">${[hit.kind_label, ...hit.notes].join(", ")}</p>
${hit.passage && html`<p>${hit.passage.is_cut_before && "… "}${marked(hit.passage.segments)}${
    hit.passage.is_cut_after && " …"
  }</p>`}</li>`;
}

function marked(runs: readonly Schemas["MarkedText"][]): Html[] {
  return runs.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : html`${text}`));
}

function askForAddress(): void {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) void ask(field.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ q: field.value })}`);
  void ask(field.value);
});
addEventListener("popstate", askForAddress);
askForAddress();
