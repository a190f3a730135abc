import { connect, type Schemas } from "../api.js";
import { type Html, html } from "../html.js";
import { WORDS } from "../words.js";

import { find, pageLanguage } from "./page.js";

const language = pageLanguage();
const words = WORDS[language];
const place = find("nearest", HTMLElement);
const api = connect(place.dataset["api"] ?? location.href, language);

/** Say where the page is, or which pages are nearest to its address. */
async function lookAround(): Promise<void> {
  const query = { html_path: location.pathname };
  const { data, error } = await api.GET("/api/v3/pages/find/", { params: { query } });
  if (data?.url) {
    place.innerHTML = html`<p>${words.movedTo}
      <a href="${data.url}">${data.page?.title ?? data.url}</a></p>`.text;
  } else if (error && "nearest" in error && error.nearest.length > 0) {
    place.innerHTML = list(error.nearest).text;
  }
}

function list(pages: readonly Schemas["PageLink"][]): Html {
  return html`<h2>${words.nearest}</h2>
<ul>${pages.map((page) => html`<li><a href="${page.url}">${page.title}</a></li>`)}</ul>`;
}

void lookAround();
