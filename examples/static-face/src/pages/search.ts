import type { Edition } from "../edition.js";
import { type Html, html } from "../html.js";
import { WORDS } from "../words.js";

/** A form that asks the API; without scripts it leads to the city's own search. */
export function search(edition: Edition, api: string): Html {
  const { language, website } = edition;
  const words = WORDS[language];
  return html`<form id="search" role="search" method="get" action="${website.addresses.search_page}"
  data-api="${api}">
<label for="q">${words.searchLabel}</label>
<input id="q" name="q" type="search" required maxlength="200" autocomplete="off">
<button>${words.search}</button>
</form>
<p id="status" role="status"></p>
<div id="results"></div>`;
}
