"""What the document says of the parameters of questions."""

from pages.api.describing import MEANINGS, OWN, describe_parameters
from tests.pages.api.contract.operations import operations


def parameters(where="query"):
    """Yield each parameter of each operation, with the operation's name."""
    for one in operations().values():
        for parameter in one.details.get("parameters", ()):
            if parameter["in"] == where:
                yield one.name, parameter


def test_every_parameter_of_a_question_says_what_it_means():
    silent = [
        (name, parameter["name"])
        for name, parameter in parameters()
        if not parameter.get("description")
    ]

    assert silent == []


def test_nothing_is_described_that_nobody_can_ask():
    asked = {(name, parameter["name"]) for name, parameter in parameters()}

    assert OWN.keys() <= asked
    assert MEANINGS.keys() <= {name for _operation, name in asked}


def test_lists_of_pages_say_that_a_language_narrows_them():
    said = {
        name: parameter["description"]
        for name, parameter in parameters()
        if parameter["name"] == "locale"
    }

    assert said["pages_list"] != said["comments_list"]
    assert said["organisations_detail"] == said["comments_detail"]


def test_what_says_itself_what_it_means_is_left_alone():
    own = {"in": "query", "name": "kind", "description": "Of mine."}
    path = {"in": "path", "name": "kind"}
    describe_parameters({"operationId": "mine", "parameters": [own, path]})

    assert own["description"] == "Of mine."
    assert "description" not in path
