"""Lists of organisations as offices have them: as files, and ready to be stored."""

import csv
import io
import random
from pathlib import Path

HEADINGS = (
    "Lp.",
    "Nazwa organizacji",
    "Nr KRS",
    "NIP",
    "REGON",
    "Ulica",
    "Kod pocztowy",
    "Miejscowość",
    "Gmina",
    "Powiat",
    "Województwo",
    "E-mail",
    "Telefon",
    "Strona www",
    "Status OPP",
)
TOWNS = ("Białystok", "Łomża", "Suwałki", "Augustów", "Bielsk Podlaski", "Zambrów")
FORMS = ("Fundacja", "Stowarzyszenie", "Towarzystwo Przyjaciół", "Klub Sportowy")
AIMS = ("Pomocy Dzieciom", "na rzecz Seniorów", "Kultury Ludowej", "Ochrony Przyrody")
SYLLABLES = ("ba", "ce", "do", "fi", "gra", "ho", "ja", "kle", "lu", "mo", "na", "ry")
# One in so many has no KRS number: only its name says who it is.
WITHOUT_KRS = 10
SHORT, LONG = 10_000, 30_000


def write_lists(folder: Path) -> tuple[Path, Path]:
    """Write the two lists; return their paths."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Wykaz")
    # No title above the headings: tablib, which stock reads with, cannot take one.
    for cells in (HEADINGS, *made_rows(SHORT)):
        sheet.append(list(cells))
    book.save(folder / "short.xlsx")
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADINGS, *made_rows(LONG)])
    (folder / "long.csv").write_bytes(text.getvalue().encode("cp1250"))
    return folder / "short.xlsx", folder / "long.csv"


def made_rows(count: int):
    """Give rows as offices have them: KRS as a number, NIP with dashes or without."""
    from stdnum.pl import regon

    chance = random.Random(11)  # noqa: S311 - the same rows each time
    for number in range(1, count + 1):
        word = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        town = chance.choice(TOWNS)
        name = f"{chance.choice(FORMS)} {chance.choice(AIMS)} „{word} {number}”"
        has_krs = number % WITHOUT_KRS
        stem = f"{10_000_000 + number}"
        yield (
            number,
            name if has_krs else f"{word}{number} {chance.choice(AIMS)}",
            number + 100_000 if has_krs else "",
            "",
            stem + regon.calc_check_digit(stem) if number % 2 and has_krs else "",
            f"ul. {word}owa {number % 90 + 1}",
            f"15-{number % 900 + 100}",
            town.upper() if number % 3 else town,
            town,
            f"M. {town.upper()}",
            "PODLASKIE",
            f"biuro{number}@example.org",
            f"85 {number:07d}",
            f"www.{word.lower()}{number}.example.org",
            "tak" if number % 4 else "",
        )


def columns_of(path):
    """Return the rows as the columns of the model, ready to be stored."""
    from snippets.identifiers import read_krs, read_regon

    return [
        {
            "name": cells[1],
            "slug": f"o{cells[0]}",
            "krs": read_krs(cells[2]).digits,
            "regon": read_regon(cells[4]).digits,
            "street": cells[5],
            "postcode": cells[6],
            "city": cells[7],
            "municipality": cells[8],
            "county": cells[9],
            "voivodeship": cells[10],
            "email": cells[11],
            "phone": cells[12],
            "website": f"https://{cells[13]}",
            "opp": bool(cells[14]),
        }
        for cells in made_rows(SHORT)
    ]
