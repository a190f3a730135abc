"""What staff did for the search of the demo."""

# Basic forms, as an editor writes them: one group a row.
SYNONYMS = (
    ("NGO", "organizacja pozarządowa", "trzeci sektor"),
    ("OKO", "otwarty konkurs ofert"),
    ("OPP", "organizacja pożytku publicznego"),
    ("RDPP", "rada działalności pożytku publicznego"),
    ("FIO", "Fundusz Inicjatyw Obywatelskich"),
    ("KRS", "Krajowy Rejestr Sądowy"),
    ("CUS", "centrum usług społecznych"),
    ("budżet obywatelski", "budżet partycypacyjny"),
    ("dotacja", "dofinansowanie", "grant"),
    ("wolontariat", "wolontariusz"),
)
PROMOTED = {
    "query": "uwagi",
    "description": "Wybierz zapis projektu i napisz, co w nim zmienić.",
}
