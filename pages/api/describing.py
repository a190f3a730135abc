"""What the parameters of a question mean, where nothing else has said it."""

from typing import Any

LANGUAGE = "The language; without it that of `Accept-Language`."
IN_LANGUAGE = "Only what is in this language; without it, in all."
# By operation where a name means another thing there, else by name.
OWN = {
    ("pages_list", "locale"): IN_LANGUAGE,
    ("pages_list", "type"): "Only pages of these types, each as `app.Model`.",
    ("snippets_list", "locale"): "Of registers with a row for each language: only "
    "those in this one. Registers whose rows have names in all languages refuse it.",
    ("snippets_list", "translation_of"): "Of registers with a row for each language: "
    "only the same row in the others, by its key.",
    ("comments_organisations", "name"): "A name, or a part of one.",
}
MEANINGS = {
    "ancestor_of": "Only pages above this one, by its id.",
    "child_of": "Only pages right below this one, by its id; `root` is the first page "
    "of the site.",
    "created_at_from": "Only those made at this time or later.",
    "created_at_to": "Only those made at this time or earlier.",
    "approved_go_live_at_from": "Only those to be published at this time or later.",
    "approved_go_live_at_to": "Only those to be published at this time or earlier.",
    "descendant_of": "Only pages anywhere below this one, by its id; `root` is the "
    "first page of the site.",
    "district": "Only those in this district, as they write it.",
    "expand": "Which of its surroundings to tell in `expanded`.",
    "html_path": "The path of an address, or all of the address.",
    "kind": "Only those of this kind.",
    "limit": "How many items.",
    "locale": LANGUAGE,
    "object_str": "Only those that were called this.",
    "offset": "How many items to skip.",
    "on_behalf": "Only those sent on behalf of this.",
    "order": "The field to sort by, with `-` before it the other way round; several, "
    "one after another; or `random`. Fields of a type need that `type` asked for.",
    "phase": "Only those in this phase.",
    "rich_text_format": "How texts with markup are told: `html` and `markdown` with "
    "whole addresses, `text` without any; `db_html`, `db_markdown` as they are kept.",
    "ruling": "Only those with this ruling.",
    "search": "Words to find, in any inflection.",
    "search_operator": "Whether all words are wanted, which is so without it, or any.",
    "site": "Only pages of this site, by its host, with `:port` where several have it.",
    "status": "Only those with this status.",
    "translation_of": "Only the same page in other languages, by its id; `root` is the "
    "first page of the site.",
    "user_id": "Only those made by this user.",
}


def describe_parameters(operation: dict[str, Any]) -> None:
    """Say what each parameter of a query means, unless it says so itself."""
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        text = OWN.get((operation["operationId"], name)) or MEANINGS.get(name)
        if text and parameter["in"] == "query" and not parameter.get("description"):
            parameter["description"] = text
