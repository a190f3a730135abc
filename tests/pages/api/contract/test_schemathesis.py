"""Schemathesis asks every operation, with values that fit the document and others.

Each answer must be one that the document names, in the shape that it says, and never an
error of the server. SCHEMATHESIS_EXAMPLES says how many requests each operation gets
of either kind from each asker.
"""

import os
from copy import deepcopy

import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from config.wsgi import application

from .operations import whole_document
from .town import ADDED, FIRST, TownCase, headers_of, undone

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "3"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Without a parameter, or with one that may be any text: nothing in them is nonsense.
ALWAYS_SENSE = {"schema_list", "schema_detail"}
BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def known_values(town):
    """Return what may stand in the path, so that not all requests end with 404."""
    pages = (town.draft, town.report, town.home, town.task, town.plain)
    return {
        "page_id": [page.pk for page in pages],
        "revision_id": [page.latest_revision_id for page in pages],
        "programme_id": [town.city.programme.pk],
        "draft_id": [town.draft.pk, town.later.pk],
        "meeting_id": [town.report.pk],
        "task_id": [town.task.pk],
        "amendment_id": [town.amendment.pk],
        "uid": [str(FIRST), str(ADDED)],
        "slug": [town.organisation.slug],
        "year": [town.comment.year],
        "number": [town.comment.number],
        "image_id": [town.image.pk],
        "document_id": [town.document.pk],
        "redirect_id": [town.redirect.pk],
        "site_id": [town.site.pk],
        "pk": [str(row.pk) for row in (town.organisation, town.area, town.unit)],
        "type_name": ["meetings.MeetingPage", "home.HomePage"],
    }


def ask(operation, mode, known, headers):
    """Send an operation's examples; return what is wrong with an answer."""

    @BOUNDED
    @given(
        case=operation.as_strategy(generation_mode=mode),
        data=st.data(),
    )
    def ask_once(case, data):
        for name in set(case.path_parameters or ()) & set(known):
            if data.draw(st.integers(0, 3)):
                case.path_parameters[name] = data.draw(st.sampled_from(known[name]))
        with undone():
            response = case.call(headers=headers)
            case.validate_response(response, checks=CHECKS)

    try:
        ask_once()
    except BaseException as error:
        if not isinstance(error, Exception | BaseExceptionGroup):
            raise
        return [str(part) for part in getattr(error, "exceptions", [error])]
    return []


class TestAnswers(TownCase):
    def setUp(self):
        # The transaction of the test must outlive the requests in it.
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)
            self.addCleanup(signal.connect, close_old_connections)

    def check(self, role, mode):
        schema = schemathesis.openapi.from_dict(deepcopy(whole_document()))
        schema.app = application
        known, headers = known_values(self.town), headers_of(self.tokens[role])
        asked, faults = 0, {}

        for result in schema.get_all_operations():
            operation = result.ok()
            name = operation.definition.raw["operationId"]
            if mode == GenerationMode.NEGATIVE and name in ALWAYS_SENSE:
                continue
            asked += 1
            if found := ask(operation, mode, known, headers):
                faults[operation.label] = found

        assert asked > 50
        assert not faults, "\n\n".join(
            f"{label}\n{fault}" for label, found in faults.items() for fault in found
        )

    def test_what_anybody_may_ask(self):
        self.check("anonymous", GenerationMode.POSITIVE)

    def test_what_makes_no_sense_from_anybody(self):
        self.check("anonymous", GenerationMode.NEGATIVE)

    def test_what_an_editor_may_ask(self):
        self.check("editor", GenerationMode.POSITIVE)

    def test_what_makes_no_sense_from_an_editor(self):
        self.check("editor", GenerationMode.NEGATIVE)
