"""The project's translations, room by room: extract, compile or check them.

English is the language of the source: it has no catalogues, and Django shows the
source's own texts for it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import polib

ROOT = Path(__file__).resolve().parents[1]
SHELVES = ("pages", "search", "site", "snippets")
ROOMS = ("pages/*", "search", "site", "snippets")
LANGUAGES = ("pl", "uk", "be")
HEADERS = ("MIME-Version", "Content-Type", "Plural-Forms")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")

Key = tuple[str | None, str, str]


def catalogues(root: Path) -> list[Path]:
    """Every django.po of the project, relative to `root`."""
    return sorted(
        path.relative_to(root)
        for room in ROOMS
        for path in root.glob(f"{room}/locale/*/LC_MESSAGES/django.po")
    )


def texts(catalogue: polib._BaseFile) -> dict[Key, polib._BaseEntry]:
    """The catalogue's entries in use, by context, text and plural."""
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry
        for entry in catalogue
        if not entry.obsolete
    }


def has_gettext() -> bool:
    """Whether the tools that Django calls to extract texts are on this machine."""
    return bool(shutil.which("xgettext"))


def extract_into(folder: Path) -> None:
    """Copy the source to `folder` and bring the catalogues there up to date."""
    unread = shutil.ignore_patterns("migrations", "static", "__pycache__", "*.mo")
    for shelf in SHELVES:
        shutil.copytree(ROOT / shelf, folder / shelf, ignore=unread)
    for room in ROOMS:
        for path in folder.glob(room):
            if path.is_dir():
                (path / "locale").mkdir(exist_ok=True)
    # Without settings Django writes each text to the nearest room's catalogue.
    environment = {**os.environ}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    options = ["--no-obsolete", "--add-location=file", "--verbosity=0"]
    options += [f"--locale={language}" for language in LANGUAGES]
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", *options],
        cwd=folder,
        env=environment,
        check=True,
    )


def extract() -> None:
    """Write the source's texts into the catalogues, translations kept."""
    if not has_gettext():
        print("No GNU gettext here: nothing is extracted.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as temporary:
        extract_into(Path(temporary))
        for name in catalogues(Path(temporary)):
            catalogue = polib.pofile(str(Path(temporary, name)))
            tidy(catalogue, language=name.parts[-3])
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(ROOT / name))


def tidy(catalogue: polib.POFile, *, language: str) -> None:
    """Drop dates and names from the header; give each plural all its forms."""
    catalogue.header = ""
    catalogue.metadata_is_fuzzy = False
    catalogue.metadata = {
        "Language": language,
        **{key: catalogue.metadata[key] for key in HEADERS},
    }
    for entry in catalogue:
        if entry.msgid_plural:
            for form in range(plural_forms(catalogue)):
                entry.msgstr_plural.setdefault(form, "")


def compile_all() -> None:
    """Write the .mo beside each catalogue."""
    for name in catalogues(ROOT):
        catalogue = polib.pofile(str(ROOT / name))
        catalogue.save_as_mofile(str((ROOT / name).with_suffix(".mo")))


def check() -> Iterator[str]:
    """Yield what is wrong with the catalogues, a line a fault."""
    names = set(catalogues(ROOT))
    wanted = {
        name.parents[2] / language / "LC_MESSAGES" / "django.po"
        for name in names
        for language in LANGUAGES
    }
    for name in sorted(wanted - names):
        yield f"{name}: missing; run `make messages`"
    for name in sorted(names):
        yield from check_catalogue(name)
    if not has_gettext():
        print("No GNU gettext here: not compared with the source.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as temporary:
        extract_into(Path(temporary))
        for name in sorted(names | set(catalogues(Path(temporary))) - wanted):
            yield from compare(Path(temporary, name), ROOT / name, name)


def check_catalogue(name: Path) -> Iterator[str]:
    """Faults of one catalogue: untranslated, fuzzy, unlike placeholders, old .mo."""
    language = name.parts[-3]
    if language not in LANGUAGES:
        yield f"{name}: {language!r} has no catalogues here; delete it"
        return
    catalogue = polib.pofile(str(ROOT / name))
    if catalogue.metadata["Plural-Forms"] != plural_rule(language):
        yield f"{name}: its Plural-Forms are not Django's for {language!r}"
    for entry in texts(catalogue).values():
        where = f"{name}:{entry.linenum}:"
        if entry.fuzzy:
            yield f"{where} fuzzy: {entry.msgid!r}"
        elif not is_translated(entry, catalogue):
            yield f"{where} not translated: {entry.msgid!r}"
        elif not placeholders_agree(entry):
            yield f"{where} placeholders differ: {entry.msgid!r}"
    compiled = (ROOT / name).with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        yield f"{name}: its .mo is not up to date; run `make messages`"


def is_translated(entry: polib.POEntry, catalogue: polib.POFile) -> bool:
    """Whether the text, or each of its plural forms, has a translation."""
    if not entry.msgid_plural:
        return bool(entry.msgstr)
    forms = entry.msgstr_plural
    return len(forms) == plural_forms(catalogue) and all(forms.values())


def plural_forms(catalogue: polib.POFile) -> int:
    """How many forms the language has."""
    forms = re.search(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])
    return int(forms[1]) if forms else 0


def plural_rule(language: str) -> str:
    """Which form goes with which number, as Django's own catalogue has it."""
    own = Path(django.__path__[0], "conf/locale", language, "LC_MESSAGES/django.po")
    return str(polib.pofile(str(own)).metadata["Plural-Forms"])


def placeholders_agree(entry: polib.POEntry) -> bool:
    """Whether each translation has the placeholders of the text or of its plural."""
    wanted = [
        sorted(PLACEHOLDER.findall(text))
        for text in (entry.msgid, entry.msgid_plural or entry.msgid)
    ]
    translations = entry.msgstr_plural.values() or [entry.msgstr]
    return all(sorted(PLACEHOLDER.findall(text)) in wanted for text in translations)


def compare(fresh: Path, kept: Path, name: Path) -> Iterator[str]:
    """Yield the texts that only the source, or only the catalogue, has."""
    if not kept.exists():
        yield f"{name}: missing; run `make messages`"
        return
    in_source = texts(polib.pofile(str(fresh))) if fresh.exists() else {}
    in_catalogue = texts(polib.pofile(str(kept)))
    for _, text, _ in in_source.keys() - in_catalogue.keys():
        yield f"{name}: only in the source: {text!r}; run `make messages`"
    for _, text, _ in in_catalogue.keys() - in_source.keys():
        yield f"{name}: no longer in the source: {text!r}; run `make messages`"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["extract"]:
            extract()
        case ["compile"]:
            compile_all()
        case ["check"]:
            if faults := list(check()):
                sys.exit("\n".join(faults))
        case _:
            sys.exit("Say extract, compile or check.")
