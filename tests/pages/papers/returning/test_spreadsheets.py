"""Tables that a real spreadsheet saved again, without a word being changed."""

import shutil
import subprocess

import pytest

from pages.papers.returning.comparing import compare
from pages.papers.returning.outcomes import Outcome
from tests.factories.comments import AnswerFactory

from .tables import take_table
from .test_round_trip import AWKWARD

CALC = shutil.which("localc")
pytestmark = pytest.mark.skipif(
    not CALC, reason="LibreOffice Calc is not on this machine"
)


def saved_again(content, folder):
    """Return a table as LibreOffice saves what it has read."""
    (folder / "tabela.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [CALC, profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(  # noqa: S603 - a program of this machine, on a file of the test
        [*command, str(folder / "out"), str(folder / "tabela.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / "tabela.xlsx").read_bytes()


def test_table_saved_by_libreoffice_has_no_difference(say, here, office, tmp_path):
    for reasons in AWKWARD:
        AnswerFactory(comments=[say("drafted")], ruling="noted", reasons=reasons)
    say(text="=HYPERLINK(1)\n\ttab 😀 漢 \u0641")
    say("hidden")
    AnswerFactory(published=True, comments=[say("answered")])
    content = take_table(here.consultation, "pl", with_drafts=True)
    comparison = compare(
        saved_again(content, tmp_path),
        "tabela.xlsx",
        consultation=here.consultation,
        user=office.unit,
    )
    different = [
        (one.outcome, [note.code for note in one.notes], one.row.reasons[:40])
        for one in comparison.rows
        if one.outcome != Outcome.UNCHANGED
    ]
    assert different == []
    assert (len(comparison.rows), comparison.left_out) == (len(AWKWARD) + 3, 0)
