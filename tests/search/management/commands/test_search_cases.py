import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.models import CatalogueEntry

pytestmark = pytest.mark.django_db

CASES = Path(__file__).parents[2] / "cases"
HEADING = "query\tmust_match_text\tmust_not_match_text\n"
# Half of it is right.
ROWS = "rada\tRadiostacja gra.\tRada miasta.\nseniorzy\tKlub seniora.\tTerminy.\n"


@pytest.fixture
def half(tmp_path):
    file = tmp_path / "half.tsv"
    file.write_text(HEADING + ROWS, encoding="utf-8")
    return file


def run(file, **options):
    out, err = io.StringIO(), io.StringIO()
    options = {"stdout": out, "stderr": err, **options}
    call_command("search_cases", str(file), **options)
    return out.getvalue(), err.getvalue()


def lowered(**options):
    """Return bars that anything reaches."""
    bars = ("must_match", "recall", "mrr", "diacritics", "typos", "autocomplete")
    return {**dict.fromkeys(bars, 0.0), "must_not": 1.0, "highlight": 0.0, **options}


def test_good_figures_are_printed_and_nothing_stays():
    table, progress = run(CASES / "pl.tsv")
    assert "pl.tsv: 31 rows on " in table
    assert "1.000 of 31" in table
    assert "at least 0.980" in table
    assert "sha256: " in table
    assert " s  " in progress
    assert not CatalogueEntry.objects.exists()


def test_progress_is_not_told_if_not_wanted():
    assert run(CASES / "pl.tsv", verbosity=0)[1] == ""


def test_each_language_has_a_column_and_no_bar_of_its_own():
    table, _progress = run(CASES / "locales.tsv")
    heading = table.splitlines()[1].split()
    assert heading == ["en", "uk", "be", "bar"]
    assert "at least" not in table


def test_figures_below_a_bar_are_named(half):
    with pytest.raises(CommandError) as caught:
        run(half, **lowered(must_match=0.6, recall=0.51))
    assert caught.value.returncode == 1
    told = str(caught.value)
    assert "--must-match (pl, found" in told
    assert "--recall" in told
    assert "0.5000, not at least 0.510" in told
    assert "--mrr" not in told


def test_bars_that_are_reached_are_not_named(half):
    table, _progress = run(half, **lowered(must_match=0.5, must_not=0.5))
    assert "at least 0.500" in table
    with pytest.raises(CommandError, match="--must-not"):
        run(half, **lowered(must_not=0.49))


def test_bar_of_an_option_is_for_all_languages():
    with pytest.raises(CommandError, match=r"\(be, "):
        run(CASES / "locales.tsv", typos=1.0, seed=1)


def test_language_is_that_of_the_option(half):
    table, _progress = run(half, language="en")
    assert table.splitlines()[1].split() == ["en", "bar"]


def test_rows_that_failed_are_listed(half):
    table, _progress = run(half, **lowered(worst=1))
    assert "line 2: rada | Radiostacja gra." in table
    assert "line 2: rada | Rada miasta." in table
    assert "line 3" not in table
    assert "line 2" not in run(half, **lowered())[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: the file is empty"),
        (b"query\tmust_match_text\nq\ta\n", "line 1: no column must_not_match_text"),
        (HEADING.encode() + b"q\ta\n", "line 2: 2 fields"),
        (None, "No such file"),
    ],
)
def test_file_that_cannot_be_read_is_told_apart(tmp_path, content, said):
    file = tmp_path / "cases.tsv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=said) as caught:
        run(file)
    assert caught.value.returncode == 2


def test_language_that_the_site_has_not_is_refused(half):
    with pytest.raises(CommandError, match="no language 'xx'") as caught:
        run(half, language="xx")
    assert caught.value.returncode == 2


@pytest.mark.parametrize("value", ["-0.1", "1.5", "a", "nan"])
def test_bar_is_a_share(half, value):
    with pytest.raises(CommandError, match="between 0 and 1"):
        call_command("search_cases", str(half), f"--recall={value}")
