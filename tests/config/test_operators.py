import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import reverse
from django.utils.translation import override

from .processes import ROOT

READ = re.compile(r"environment\.\w+\(\s*\"([A-Z_]+)\"")
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
SETTINGS = ROOT / "site/config/settings"


def test_operators_are_told_of_every_variable():
    modules = (SETTINGS / name for name in ("base.py", "files.py", "headless.py"))
    read = READ.findall("".join(m.read_text(encoding="utf-8") for m in modules))
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


def test_operators_are_told_of_commands_that_exist():
    told = (ROOT / "docs/operators.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:programme-manage|manage\.py) (\w+)", told))

    assert {"send_notices", "prune_db_task_results", "db_worker"} <= named
    assert named <= set(get_commands())


@pytest.mark.parametrize("purpose", ["confirm", "follow"])
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_web_server_logs_no_secret_of_a_private_link(purpose, language):
    told = (ROOT / "docs/operators.md").read_text(encoding="utf-8")
    [logged] = re.findall(r'"~(\S+/comment/\S+)" "\$private\.\.\."', told)
    [quiet] = re.findall(r"location ~ (\S+/comment/\S+) \{\s+error_log /dev/null", told)
    with override(language):
        address = reverse(f"comment_{purpose}", args=[uuid4(), "secret"])

    for pattern in (logged.replace("?<", "?P<"), quiet):
        assert re.match(pattern, address)
    assert "secret" not in re.match(logged.replace("?<", "?P<"), address)["private"]
