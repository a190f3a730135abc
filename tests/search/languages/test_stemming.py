import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.languages.stemming import Change, LightStemmer

stemmer = LightStemmer(
    endings=frozenset({"а", "у", "ам", "амі"}),
    doubtful=frozenset({"ам", "амі"}),
    changes=(
        Change(re.compile(r"нн$"), "н"),
        Change(re.compile(r"ц$"), "т", frozenset({"у"}), is_sure=False),
    ),
    irregular={"людзі": "чалавек"},
)


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("школа", ("школ",)),
        ("да", ("да",)),
        ("рука", ("рук",)),
        # An ending that may be none: the whole word, or all but the last letter.
        ("праграм", ("прагр", "праграм")),
        ("праграмамі", ("праграм", "праграмам")),
        # Too short a word for doubts.
        ("драм", ("драм",)),
        ("ваннам", ("ван", "ваннам")),
        ("светцу", ("светц", "светт")),
        ("светца", ("светц",)),
        ("людзі", ("чалавек",)),
        ("сям'я", ("сямя",)),
    ],
)
def test_stems_come_likeliest_first(word, stems):
    assert stemmer.stems(word) == stems


@given(word=st.text(alphabet="амінцту", min_size=1, max_size=20))
def test_stem_is_never_shorter_than_it_may_be(word):
    assert min(map(len, stemmer.stems(word))) >= min(len(word), 3) - 1
