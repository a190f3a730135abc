import { type Html, html } from "../html.js";
import { type Language, WORDS } from "../words.js";

/** What a server shows where nothing is; a script adds the nearest pages. */
export function missing(language: Language, api: string): Html {
  const words = WORDS[language];
  return html`<p class="lead">${words.missingLead}</p>
<div id="nearest" data-api="${api}"></div>
<ul>
<li><a href="/${language}/">${words.home}</a></li>
<li><a href="/${language}/search/">${words.search}</a></li>
</ul>`;
}
