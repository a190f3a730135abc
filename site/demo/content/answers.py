"""The office's answers in the first consultation, and the changes that come of them.

All invented, and marked as example.
"""

from typing import Any

from . import programme as text

MARK = " [stanowisko przykładowe]"

# Amendments that the answers lead to, by a key of their own.
AMENDMENTS: dict[str, dict[str, Any]] = {
    "carers": {
        "operation": "replace",
        "clause_id": text.uid("seniors"),
        "text_before": "osób starszych",
        "text_after": "osób starszych i ich opiekunów",
        "rationale": "Po uwagach z konsultacji (przykład).",
        "status": "agreed",
    },
    "mental-health": {
        "operation": "append",
        "clause_id": text.uid("health"),
        "text_after": "w tym zdrowia psychicznego i profilaktyki uzależnień",
        "agreed_text": "w tym zdrowia psychicznego",
        "rationale": "Po uwagach z konsultacji (przykład).",
        "status": "partly",
    },
    "adults": {
        "operation": "replace",
        "clause_id": text.uid("civic-education"),
        "text_before": "dzieci i młodzieży",
        "text_after": "dzieci, młodzieży i dorosłych",
        "rationale": "Po uwagach z konsultacji (przykład).",
        "status": "agreed",
    },
}

ANSWERS: list[dict[str, Any]] = [
    {
        "comments": ["social-clause-in-orders"],
        "ruling": "rejected",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:00",
        "reasons": "Zasady zamówień miasta określa osobne zarządzenie, program "
        "współpracy nie może ich zmieniać.",
        "corrected": {
            "published": "2013-09-10 09:30",
            "correction": "podano, dokąd uwagę przekazano",
            "reasons": "Zasady zamówień miasta określa osobne zarządzenie, program "
            "współpracy nie może ich zmieniać. Uwagę przekazaliśmy do biura, które "
            "prowadzi zamówienia.",
        },
    },
    {
        "comments": ["support-social-clause"],
        "ruling": "noted",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:00",
        "reasons": "Dziękujemy za głos poparcia. Zapis pozostaje w projekcie.",
    },
    {
        "comments": ["carers", "carers-too"],
        "ruling": "accepted",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:05",
        "reasons": "Opiekunowie osób starszych zostali dopisani do zadania.",
        "amendment": "carers",
    },
    {
        "comments": ["how-many-clubs"],
        "ruling": "noted",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:10",
        "reasons": "Program wskazuje zadanie, a miejsca zajęć proponują organizacje "
        "w swoich ofertach. Konkurs obejmie całe miasto.",
    },
    {
        "comments": ["mental-health"],
        "ruling": "partly",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:15",
        "reasons": "Dopisaliśmy zdrowie psychiczne. Profilaktykę uzależnień obejmuje "
        "osobny program miasta.",
        "amendment": "mental-health",
    },
    {
        "comments": ["football-pitch"],
        "ruling": "out_of_scope",
        "unit": "biuro-sportu-i-rekreacji",
        "published": "2013-09-06 12:20",
        "reasons": "Program dotyczy współpracy z organizacjami, nie remontów. Wniosek "
        "przekazaliśmy do jednostki, która prowadzi obiekty sportowe.",
    },
    {
        "comments": ["amounts"],
        "ruling": "rejected",
        "unit": "departament-spraw-spolecznych",
        "published": "2013-09-06 12:25",
        "reasons": "Kwoty na obszary wynikają z uchwały budżetowej, którą rada "
        "przyjmuje później. Program podaje kwotę planowaną łącznie.",
    },
    {
        "comments": ["no-collection"],
        "ruling": "rejected",
        "unit": "biuro-kultury",
        "published": "2013-09-06 12:30",
        "reasons": "Kolekcję tworzą wspólnie galeria i organizacje, dlatego zadanie "
        "zostaje w programie.",
    },
    {
        "comments": ["adults"],
        "ruling": "accepted",
        "unit": "departament-edukacji",
        "published": "2013-09-06 12:35",
        "reasons": "Uwaga wpłynęła po terminie, mimo to ją uwzględniliśmy: dorośli "
        "zostali dopisani.",
        "amendment": "adults",
    },
]
