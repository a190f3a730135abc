"""The amendments made from the five findings of 26 July 2013, in their order.

The report calls them proposals; that they were agreed is the demo's.
"""

from typing import Any

from . import programme as text

AMENDMENTS: list[dict[str, Any]] = [
    {
        "operation": "restructure",
        "clause": text.uid("polityka-spoleczna"),
        "text_after": "zdrowie: 27\npolityka społeczna: 28, 29\nniepełnosprawność: 30",
        "rationale": "Zwiększy to czytelność i przejrzystość dokumentu.",
    },
    {
        "operation": "add",
        "clause": text.uid("seniors"),
        "text_after": text.SENIORS,
        "after": text.uid("social-economy"),
    },
    {
        "operation": "append",
        "clause": text.uid("social-economy"),
        "text_before": text.SOCIAL_ECONOMY,
        "text_after": text.SOCIAL_CLAUSE,
    },
    {
        "operation": "replace",
        "clause": text.uid("art-collection"),
        "text_before": "dzieł sztuki współczesnej",
        "text_after": "dzieł sztuki",
    },
    {
        "operation": "add",
        "clause": text.uid("tolerance"),
        "text_after": text.TOLERANCE,
        "group": text.uid("kultura-fizyczna"),
    },
]
# „Została zakończona praca nad celami”: a status of a part, not of the draft.
PARTS = {1: "agreed", 5: "discussed"}
