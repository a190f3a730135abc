import type { Addresses } from "../addresses.js";
import type { Schemas } from "../api.js";
import { blocks } from "../blocks.js";
import type { Report } from "../edition.js";
import { type Html, html, made } from "../html.js";
import { hours, type Language, longDate, type Words, WORDS } from "../words.js";

/** The report of a meeting: who came, what was agreed and found, what comes next. */
export function report(
  { page, meeting }: Report,
  language: Language,
  addresses: Addresses,
): Html {
  const words = WORDS[language];
  const { decisions, areas, agenda, corrections } = meeting;
  return html`${meeting.lead && html`<p class="lead">${meeting.lead}</p>`}
${facts(meeting, language)}
${attendance(meeting.attendance, made(page.attendance_introduction), words)}
${decisions.length > 0 && html`<section>
<h2>${words.agreed}</h2>
${made(page.agreed_introduction)}
<ul class="findings">${decisions.map((one) => finding(one, addresses, words))}</ul>
</section>`}
${areas.length > 0 && html`<section>
<h2>${words.findings}</h2>
${made(page.findings_introduction)}
${areas.map(
  (area) => html`<h3>${area.number}. ${area.name}</h3>
  <ul class="findings">${area.findings.map((one) => finding(one, addresses, words))}</ul>`,
)}
</section>`}
${agenda.length > 0 && html`<section>
<h2>${words.agenda}</h2>
<ol>${agenda.map((topic) => html`<li>${topic}</li>`)}</ol>
</section>`}
${blocks(page.body, words)}
${meeting.next_meeting && nextMeeting(meeting.next_meeting, language, addresses)}
${(page.call_for_comments || meeting.channels.length > 0) && html`<section>
<h2>${words.comments}</h2>
${made(page.call_for_comments)}
<ul>${meeting.channels.map(
  ({ name, email }) => html`<li>${name}: <a href="mailto:${email}">${email}</a></li>`,
)}</ul>
</section>`}
${corrections.length > 0 && html`<section>
<h2>${words.corrections}</h2>
<ul>${corrections.map(
  ({ date, text }) => html`<li>${longDate(date, language)}: ${text}</li>`,
)}</ul>
</section>`}`;
}

function facts(meeting: Schemas["Meeting"], language: Language): Html {
  const words = WORDS[language];
  const time = hours(meeting.start_time, meeting.end_time);
  const { place } = meeting;
  return html`<dl class="facts">
<dt>${words.date}</dt>
<dd><time datetime="${meeting.date}">${longDate(meeting.date, language)}</time></dd>
${time && html`<dt>${words.time}</dt><dd>${time}</dd>`}
${place && html`<dt>${words.place}</dt><dd>${place.name}, ${place.address}</dd>`}
<dt>${words.status}</dt><dd>${meeting.kind_label}, ${meeting.status_label}</dd>
</dl>`;
}

function attendance(
  { declared_participants: declared, organisations, units }: Schemas["Attendance"],
  introduction: Html,
  words: Words,
): Html | null {
  if (declared === null && organisations.length + units.length === 0) return null;
  return html`<section>
<h2>${words.attendance}</h2>
${introduction}
${declared !== null && html`<p>${words.declared} ${declared}</p>`}
${organisations.length > 0 && html`<h3>${words.organisations}</h3>
<ul>${organisations.map(
  ({ name, head_count, organisation }) =>
    html`<li><a href="${organisation.url}">${name}</a>${head(head_count)}</li>`,
)}</ul>`}
${units.length > 0 && html`<h3>${words.units}</h3>
<ul>${units.map(({ name, head_count }) => html`<li>${name}${head(head_count)}</li>`)}</ul>`}
</section>`;
}

function head(count: number | null): string {
  return count === null ? "" : ` (${count})`;
}

function finding(one: Schemas["Finding"], addresses: Addresses, words: Words): Html {
  return html`<li><span class="letter">${one.letter})</span>
<span class="kind">${one.kind_label}</span>
${one.clause && html`<a href="${one.clause.url}">${one.clause.label}</a>: `}${one.text}
${one.wording_before && html`<p><b>${words.before}</b> <q>${one.wording_before}</q></p>`}
${one.wording_before && one.wording_after && html`<p><b>${words.after}</b> <q>${one.wording_after}</q></p>`}
${one.amendments.length > 0 && html`<p class="small">${words.amendments} ${one.amendments.map(
  ({ code, version }) => html`${code} (<a href="${addresses.to(version.url)}">${version.title}</a>) `,
)}</p>`}
</li>`;
}

function nextMeeting(
  next: Schemas["NextMeeting"],
  language: Language,
  addresses: Addresses,
): Html {
  const words = WORDS[language];
  const time = hours(next.start_time, next.end_time);
  return html`<section class="inset">
<h2>${words.nextMeeting}</h2>
<p><a href="${addresses.to(next.url)}">${next.title}</a>,
<time datetime="${next.date}">${longDate(next.date, language)}</time>${time && `, ${time}`}</p>
${next.place && html`<p>${next.place.name}, ${next.place.address}</p>`}
<p><a href="${next.calendar_url}">${words.calendar}</a></p>
</section>`;
}
