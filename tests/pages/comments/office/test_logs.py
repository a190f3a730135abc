"""Every step has its words in the history; without them nothing could be noted."""

import pytest
from wagtail.log_actions import registry

from pages.comments.states import TRANSITIONS

ANSWERS = ("draft", "change", "approve", "return", "publish", "revise")
OTHERS = (
    *("place", "group", "enter", "change_intake", "open_scan"),
    *("send_again", "move_end"),
    *("erase_contacts", "erase_expired"),
)
ACTIONS = [
    *(step.action for step in TRANSITIONS.values()),
    *(f"public_comments.answer_{name}" for name in ANSWERS),
    *(f"public_comments.{name}" for name in OTHERS),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_step_has_a_label_and_a_message(action):
    assert registry.action_exists(action)
    assert str(registry.get_action_label(action))


class Entry:
    def __init__(self, **data):
        self.data = data


@pytest.mark.parametrize("action", ACTIONS)
def test_message_is_readable_even_where_nothing_was_noted(action):
    message = registry.formatters[action].format_message(Entry())

    assert message.strip()
    assert "None" not in message


@pytest.mark.parametrize(
    ("action", "data", "expected"),
    [
        ("hide", {"reason": "spam", "note": "reklama"}, "reklama"),
        ("ask_back", {"note": "Którego?"}, "Którego?"),
        ("assign", {"unit": "Biuro"}, "Biuro"),
        ("group", {"head": "U1/2014"}, "U1/2014"),
        ("place", {"version": "Wersja 4", "accepted": True}, "Wersja 4"),
        ("move_end", {"before": "2013-09-21", "after": "2013-09-30"}, "2013"),
        ("answer_return", {"note": "Krócej."}, "Krócej."),
        ("erase_expired", {"comments": 4211}, "4211"),
    ],
)
def test_message_says_what_was_noted(action, data, expected):
    formatter = registry.formatters[f"public_comments.{action}"]

    assert expected in formatter.format_message(Entry(**data))
