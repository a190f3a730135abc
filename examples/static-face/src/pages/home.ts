import type { Addresses, Places } from "../addresses.js";
import { blocks } from "../blocks.js";
import type { Edition, Version } from "../edition.js";
import { type Html, html } from "../html.js";
import { longDate, WORDS } from "../words.js";

/** The home page: the newest report, the newest version, the meetings. */
export function home(edition: Edition, addresses: Addresses, places: Places): Html {
  const { language, meetings, report, version, website } = edition;
  const words = WORDS[language];
  return html`${edition.home.lead && html`<p class="lead">${edition.home.lead}</p>`}
<div class="cards">
${report && html`<section class="card">
<h2>${words.newestReport}</h2>
<p><a href="${addresses.to(report.meeting.url)}">${report.meeting.title}</a></p>
<p>${report.meeting.lead}</p>
</section>`}
${version && draftCard(edition, version, addresses, places)}
</div>
${blocks(edition.home.body, words)}
<section>
<h2>${words.meetings}</h2>
<ul>
${meetings.map(
  (meeting) => html`<li><a href="${addresses.to(meeting.url)}">${meeting.title}</a>,
  <time datetime="${meeting.date}">${longDate(meeting.date, language)}</time> (${meeting.status_label})</li>`,
)}
</ul>
</section>
${website.credits && html`<section>
<h2>${words.project}</h2>
<p>${website.credits.description}</p>
<dl>${website.credits.roles.map(
  ({ title, names }) => html`<dt>${title}</dt>${names.map((name) => html`<dd>${name}</dd>`)}`,
)}</dl>
</section>`}`;
}

function draftCard(
  { language }: Edition,
  { draft }: Version,
  addresses: Addresses,
  places: Places,
): Html {
  const words = WORDS[language];
  return html`<section class="card">
<h2>${words.draft}</h2>
<p><strong>${draft.programme?.title ?? ""}</strong>, ${draft.title}</p>
${draft.lead !== null && html`<p>${draft.lead}</p>`}
<p><a href="${addresses.to(draft.url)}">${words.readDraft}</a></p>
${places.redline !== null && html`<p><a href="${places.redline}">${words.seeChanges}</a></p>`}
</section>`;
}
