import re

from .processes import ROOT

READ = re.compile(r"environment\.\w+\(\s*\"([A-Z_]+)\"")
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
SETTINGS = ROOT / "site/config/settings"


def test_operators_are_told_of_every_variable():
    read = READ.findall((SETTINGS / "base.py").read_text(encoding="utf-8"))
    told = ROW.findall((ROOT / "docs/operators.md").read_text(encoding="utf-8"))

    assert set(told) - {"DJANGO_SETTINGS_MODULE"} == set(read)
    assert len(told) == len(set(told))


def test_operators_are_told_of_every_check():
    checks = (ROOT / "site/config/checks.py").read_text(encoding="utf-8")
    told = (ROOT / "docs/operators.md").read_text(encoding="utf-8")

    assert set(re.findall(r"config\.[EW]\d{3}", checks)) == set(
        re.findall(r"config\.[EW]\d{3}", told)
    )


def test_environment_is_read_in_one_place():
    others = [
        path.name
        for path in (ROOT / "site").rglob("*.py")
        if re.search(r"os\.environ(\[|\.get)|getenv", path.read_text(encoding="utf-8"))
    ]

    assert others == ["environment.py"]
