import type { Addresses, Places } from "../addresses.js";
import type { Schemas } from "../api.js";
import type { Version } from "../edition.js";
import { Html, html, made } from "../html.js";
import { type Language, longDate, type Words, WORDS } from "../words.js";

/** A version of the programme with its clauses. */
export function draft(
  { draft }: Version,
  language: Language,
  addresses: Addresses,
  places: Places,
): Html {
  const words = WORDS[language];
  const { consultation, programme } = draft;
  return html`${draft.lead !== null && html`<p class="lead">${draft.lead}</p>`}
<dl class="facts">
${programme && html`<dt>${words.draft}</dt>
<dd><a href="${addresses.to(programme.url)}">${programme.title}</a></dd>`}
<dt>${words.number}</dt><dd>${draft.number}${draft.label !== null && `, ${draft.label}`}</dd>
<dt>${words.date}</dt>
<dd><time datetime="${draft.date}">${longDate(draft.date, language)}</time></dd>
</dl>
${consultation?.phase === "open" && html`<p class="inset">${words.consultation}
<time datetime="${consultation.closes_on}">${longDate(consultation.closes_on, language)}</time></p>`}
${draft.summary !== null && made(draft.summary)}
${places.redline !== null && html`<p><a href="${places.redline}">${words.seeChanges}</a></p>`}
<section aria-label="${words.clauses}">
${draft.clauses.map((clause) => printClause(clause, words))}
</section>`;
}

function printClause(clause: Schemas["Draft"]["clauses"][number], words: Words): Html {
  const anchor = `c-${clause.uid}`;
  switch (clause.kind) {
    case "chapter":
      return html`${heading(clause, anchor)}
${clause.introduction !== null && html`<p>${clause.introduction}</p>`}`;
    case "area":
    case "category":
      return heading(clause, anchor);
    case "goal":
    case "task":
    case "provision":
      return html`<div class="clause depth-${clause.depth}" id="${anchor}">
<p>${label(clause)}${clause.text}</p>
${clause.note !== null && html`<p class="small">${clause.note}</p>`}
${clause.comments_count > 0 && html`<p class="small"><a href="${clause.url}">${clause.label ?? clause.text},
${words.commentsCount} ${clause.comments_count}</a></p>`}
</div>`;
  }
}

/** A heading as deep as its clause, below that of the page. */
export function heading(
  clause: { depth: number; label: string | null; text: string },
  anchor: string,
): Html {
  const level = Math.min(clause.depth + 2, 6);
  const tag = new Html(`h${level}`);
  return html`<${tag} id="${anchor}">${label(clause)}${clause.text}</${tag}>`;
}

export function label(clause: { label: string | null }): Html | null {
  return clause.label === null ? null : html`<strong>${clause.label}</strong> `;
}
