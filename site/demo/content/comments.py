"""Two consultations, their comments and answers: all invented, and marked as example.

The first is over and every comment in it is answered; its accepted comments make
version 3, which is in consultation on whatever day the demo is loaded.
"""

from typing import Any

from . import programme as text

MARK = " [uwaga przykładowa]"
NOTICE = {
    "notice": "Konsultacje, uwagi i stanowiska w tym miejscu są przykładowe: "
    "wymyślono je, żeby pokazać, jak działa rejestr uwag.",
    "notice_en": "The consultations, comments and answers here are examples: they were "
    "made up to show how the register of comments works.",
    "notice_uk": "Консультації, зауваження та відповіді тут вигадані: вони показують, "
    "як працює реєстр зауважень.",
    "notice_be": "Кансультацыі, заўвагі і адказы тут выдуманыя: яны паказваюць, як "
    "працуе рэестр заўваг.",
}
CONSULTATION: dict[str, Any] = {
    **NOTICE,
    "legal_basis": "art. 5a ust. 1 ustawy o działalności pożytku publicznego "
    "i o wolontariacie",
    "contact_email": "uwagi@example.org",
    "contact_address": "Centrum Współpracy Organizacji Pozarządowych, pokój 1, "
    "w godzinach pracy urzędu (przykład)",
    "controller": "Prezydent Miasta, ul. Przykładowa 1, 15-000 Białystok (przykład)",
    "data_protection_officer": "iod@example.org",
    "retention": "25 lat, potem o ich dalszym przechowywaniu decyduje archiwum",
}
CLOSED = {
    "opens_on": "2013-08-19",
    "closes_on": "2013-08-30",
    "erase_contacts_on": "2038-08-31",
}
VERSION_3 = {
    "label": "po konsultacjach w sierpniu (przykład)",
    "lead": "Zapisy zmienione po pierwszych konsultacjach: wersja przykładowa.",
    "summary": "<p>Po uwagach z konsultacji rozszerzono trzy zadania: o zdrowie "
    "psychiczne, o opiekunów osób starszych i o edukację obywatelską dorosłych.</p>",
}

# In the order of their numbers; `received` is the day and hour, Warsaw's.
COMMENTS: list[dict[str, Any]] = [
    {
        "key": "social-clause-in-orders",
        "received": "2013-08-19 10:12",
        "clause": "social-economy",
        "kind": "change",
        "on_behalf": "organisation",
        "organisation_name": "Stowarzyszenie Sąsiedzi (przykład)",
        "text": "Samo promowanie to za mało. Miasto powinno stosować klauzulę "
        "społeczną w swoich zamówieniach.",
        "proposed_wording": f"{text.SOCIAL_ECONOMY} oraz stosowanie klauzuli "
        "społecznej w zamówieniach miasta",
        "justification": "Dzięki klauzuli pracę dostają osoby, którym najtrudniej ją "
        "znaleźć.",
    },
    {
        "key": "support-social-clause",
        "received": "2013-08-20 18:40",
        "clause": "social-economy",
        "kind": "support",
        "on_behalf": "resident",
        "name": "Anna Przykładowa",
        "name_is_public": True,
        "text": "Popieram dopisanie klauzuli społecznej. Warto o niej mówić.",
    },
    {
        "key": "carers",
        "received": "2013-08-21 09:05",
        "clause": "seniors",
        "kind": "change",
        "on_behalf": "organisation",
        "organisation_name": "Klub Seniora „Złota Jesień” (przykład)",
        "text": "Zadanie pomija osoby, które opiekują się starszymi w domu. Im także "
        "potrzebne są zajęcia i wytchnienie.",
        "proposed_wording": "Aktywizacja osób starszych i ich opiekunów",
        "justification": "Opiekun bez wsparcia rezygnuje z pracy i z życia "
        "społecznego.",
    },
    {
        "key": "how-many-clubs",
        "received": "2013-08-21 20:31",
        "clause": "seniors",
        "kind": "question",
        "on_behalf": "resident",
        "text": "Czy w ramach tego zadania powstaną kluby seniora na osiedlach, czy "
        "tylko w centrum?",
    },
    {
        "key": "carers-too",
        "received": "2013-08-22 12:00",
        "clause": "seniors",
        "kind": "change",
        "on_behalf": "resident",
        "channel": "paper",
        "duplicate_of": "carers",
        "text": "Proszę dopisać opiekunów osób starszych.",
        "proposed_wording": "Aktywizacja osób starszych oraz osób, które się nimi "
        "opiekują",
    },
    {
        "key": "mental-health",
        "received": "2013-08-23 14:22",
        "clause": "health",
        "kind": "add",
        "on_behalf": "organisation",
        "organisation_name": "Fundacja Spokojna Głowa (przykład)",
        "text": "W zapisie brakuje zdrowia psychicznego i profilaktyki uzależnień.",
        "proposed_wording": "prowadzenie działań z zakresu promocji i ochrony zdrowia "
        "mieszkańców, w tym zdrowia psychicznego i profilaktyki uzależnień",
        "justification": "Z pomocy psychologicznej korzysta u nas coraz więcej młodych "
        "osób.",
    },
    {
        "key": "football-pitch",
        "received": "2013-08-24 16:55",
        "clause": "children-sport",
        "kind": "add",
        "on_behalf": "resident",
        "channel": "spoken",
        "text": "Na moim osiedlu trzeba wyremontować boisko.",
    },
    {
        "key": "amounts",
        "received": "2013-08-26 11:18",
        "kind": "add",
        "on_behalf": "organisation",
        "organisation_name": "Forum Organizacji (przykład)",
        "text": "Program powinien podawać kwoty osobno dla każdego obszaru, a nie "
        "tylko łączną kwotę na rok.",
        "justification": "Organizacje mogłyby wcześniej planować oferty.",
    },
    {
        "key": "no-collection",
        "received": "2013-08-27 08:47",
        "clause": "art-collection",
        "kind": "delete",
        "on_behalf": "other",
        "text": "To zadanie muzeum, a nie organizacji. Proszę je skreślić.",
    },
    {
        "key": "hidden",
        "received": "2013-08-28 22:03",
        "clause": "families",
        "kind": "question",
        "on_behalf": "resident",
        "state": "hidden",
        "state_before": "published",
        "hiding_reason": "personal_data",
        "hiding_note": "Uwaga opisuje zdrowie osoby trzeciej. Autor dostał odpowiedź "
        "listem.",
        "text": "Treść przykładowa, której nikt poza urzędem nie widzi.",
    },
    {
        "key": "withdrawn",
        "received": "2013-08-29 13:30",
        "clause": "events",
        "kind": "change",
        "on_behalf": "resident",
        "state": "withdrawn",
        "text": "Treść przykładowa, którą autor wycofał.",
    },
    {
        "key": "adults",
        "received": "2013-09-02 09:15",
        "clause": "civic-education",
        "kind": "change",
        "on_behalf": "organisation",
        "organisation_name": "Uniwersytet Obywatelski (przykład)",
        "channel": "email",
        "is_late": True,
        "text": "Edukacja obywatelska jest potrzebna także dorosłym.",
        "proposed_wording": "wspieranie edukacji obywatelskiej dzieci, młodzieży "
        "i dorosłych",
    },
]

# Of the open consultation: `days` before the demo is loaded.
OPEN_COMMENTS: list[dict[str, Any]] = [
    {
        "key": "open-social-clause",
        "days": 3,
        "clause": "social-economy",
        "kind": "question",
        "on_behalf": "resident",
        "state": "assigned",
        "unit": "departament-spraw-spolecznych",
        "text": "Czym jest klauzula społeczna? Warto to wyjaśnić w słowniczku.",
    },
    {
        "key": "open-carers",
        "days": 2,
        "clause": "seniors",
        "kind": "support",
        "on_behalf": "organisation",
        "organisation_name": "Klub Seniora „Złota Jesień” (przykład)",
        "state": "published",
        "text": "Dziękujemy za dopisanie opiekunów.",
    },
    {
        "key": "open-waiting",
        "days": 1,
        "clause": "tolerance",
        "kind": "change",
        "on_behalf": "resident",
        "state": "registered",
        "text": "Proponuję dodać wydarzenia dla całych rodzin.",
        "proposed_wording": "Wspieranie postaw tolerancyjnych poprzez sport i wspólne "
        "wydarzenia rodzin",
    },
]
