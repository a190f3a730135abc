import type { Addresses } from "../addresses.js";
import type { Schemas } from "../api.js";
import { type Html, html } from "../html.js";
import { type Language, type Words, WORDS } from "../words.js";

import { heading, label } from "./draft.js";

/** What differs between two versions, word by word, and why. */
export function redline(
  { since, counts, clauses }: Schemas["Redline"],
  language: Language,
  addresses: Addresses,
): Html {
  const words = WORDS[language];
  const kinds: (keyof typeof counts)[] = [
    "added",
    "removed",
    "changed",
    "moved",
    "renumbered",
  ];
  return html`<p>${words.since} <a href="${addresses.to(since.url)}">${since.title}</a></p>
<ul class="counts">
${kinds.map((kind) => html`<li><strong>${counts[kind]}</strong> ${words[kind]}</li>`)}
</ul>
${clauses.map((clause) => printChange(clause, words))}`;
}

function printChange(change: Schemas["ClauseChange"], words: Words): Html {
  const anchor = `c-${change.uid}`;
  if (change.state === "unchanged") {
    const text = change.segments.map((segment) => segment.text).join("");
    return heading({ ...change, text }, anchor);
  }
  return html`<div class="clause changed" id="${anchor}">
<p><span class="kind">${words[change.state]}</span></p>
<p>${change.state === "removed" ? label({ label: change.label_before }) : label(change)}${segments(change.segments, words)}</p>
${change.introduction.length > 0 && html`<p>${segments(change.introduction, words)}</p>`}
${change.reasons.length > 0 && html`<details>
<summary>${words.reasons}</summary>
<ul>${change.reasons.map(
  ({ title, text, url }) => html`<li>${url === null ? title : html`<a href="${url}">${title}</a>`}${
    text !== null && `: ${text}`
  }</li>`,
)}</ul>
</details>`}
</div>`;
}

/** Runs of words; what came and went is said in words too, not by colour alone. */
function segments(runs: readonly Schemas["Segment"][], words: Words): Html[] {
  return runs.map((run, index) => {
    const text = gap(runs[index - 1]) + run.text;
    switch (run.op) {
      case "equal":
        return html`${text}`;
      case "insert":
        return html`<ins>${unseen(words.insertion)}${text}${unseen(words.end)}</ins>`;
      case "delete":
        return html`<del>${unseen(words.deletion)}${text}${unseen(words.end)}</del>`;
    }
  });
}

/** The space before words that went is theirs: the later text ends before it. */
function gap(previous: Schemas["Segment"] | undefined): string {
  const isCut = /\s$/.test(previous?.before ?? "") && !/\s$/.test(previous?.text ?? "");
  return isCut ? " " : "";
}

function unseen(text: string): Html {
  return html`<span class="unseen"> ${text} </span>`;
}
