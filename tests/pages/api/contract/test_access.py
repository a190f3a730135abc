"""Who may do what with what is live, draft, private or hidden: the whole table."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from .access import ROLES, TABLE
from .operations import operations
from .secrets import UIDS, plant
from .town import FIRST, TownCase, headers_of, undone

# What is sent, so that a refusal is one of rights and not of the form.
BODIES = {
    "pages_create": lambda town: {
        "title": "Nowa",
        "meta": {"type": "participation_base.ContentPage", "parent_id": town.home.pk},
    },
    "pages_actions_move": lambda town: {"destination_id": town.home.pk},
    "pages_actions_copy_for_translation": lambda town: {"locale": "uk"},
    "redirects_create": lambda town: {"old_path": "/inny", "redirect_link": "/"},
    "redirects_update": lambda town: {"old_path": "/inny", "redirect_link": "/"},
    "sites_create": lambda town: {"hostname": "x.test", "root_page_id": town.home.pk},
    "sites_update": lambda town: {"hostname": "x.test", "root_page_id": town.home.pk},
    "snippets_create": lambda town: {"name": "Nowa"},
    "snippets_update": lambda town: {"short_name": "Nowa"},
    "documents_update": lambda town: {"title": "Inny"},
    "images_update": lambda town: {"title": "Inny"},
}
QUERIES = {
    "pages_find": lambda things: {"html_path": things.plain.url or "/"},
    "redirects_find": lambda things: {"html_path": things.redirect.old_path},
    "comments_form": lambda things: {"draft": things.draft.pk},
}


class TestAccess(TownCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.things = {"live": cls.town, **plant(cls.town)}
        cls.town.programme, cls.town.uid = cls.town.city.programme, FIRST
        for state, uid in UIDS.items():
            cls.things[state].uid = uid

    def places(self, operation, things):
        """Return what stands in the path for a target; None where it has no such."""
        page = "task" if "tasks" in operation.name else "plain"
        named = {
            "page_id": lambda: things.plain.pk,
            "revision_id": lambda: things.plain.latest_revision_id or 1,
            "programme_id": lambda: things.programme.pk,
            "draft_id": lambda: things.draft.pk,
            "meeting_id": lambda: things.report.pk,
            "task_id": lambda: getattr(things, page).pk,
            "amendment_id": lambda: things.amendment.pk,
            "uid": lambda: things.uid,
            "slug": lambda: things.organisation.slug,
            "year": lambda: things.comment.year,
            "number": lambda: things.comment.number,
            "image_id": lambda: things.image.pk,
            "document_id": lambda: things.document.pk,
            "redirect_id": lambda: things.redirect.pk,
            "site_id": lambda: self.town.site.pk,
            "type_name": lambda: "meetings.MeetingPage",
            "type": lambda: things.organisation._meta.label,
            "pk": lambda: things.organisation.pk,
        }
        try:
            query = QUERIES.get(operation.name, lambda _: {})(things)
            path = {name: named[name]() for name in operation.parameters("path")}
        except AttributeError:
            return None
        return path, query

    def ask(self, operation, path, query, role):
        address = operation.path.format(**path)
        headers = headers_of(self.tokens[role])
        if operation.method == "get":
            return self.client.get(address, query, headers=headers)
        if operation.name in {"images_create", "documents_create"}:
            file = SimpleUploadedFile("a.txt", b"a", "text/plain")
            sent = {"title": "Nowy", "file": file}
            return self.client.post(address, sent, headers=headers)
        body = BODIES.get(operation.name, lambda _: {})(self.town)
        if operation.name == "pages_actions_revert":
            body = {"revision_id": self.town.plain.latest_revision_id}
        call = getattr(self.client, operation.method)
        return call(address, body, content_type="application/json", headers=headers)

    def row(self, operation, state):
        """Return the statuses of all roles; None where there is no such thing."""
        placed = self.places(operation, self.things[state])
        if placed is None or (state != "live" and not any(placed)):
            return None
        statuses = []
        for role in ROLES:
            with undone():
                statuses.append(self.ask(operation, *placed, role).status_code)
        return statuses

    def test_everybody_gets_what_the_table_says(self):
        found = {}
        for operation in operations().values():
            for state in self.things:
                if statuses := self.row(operation, state):
                    found[operation.name, state] = statuses

        different = {
            key: (found.get(key), TABLE.get(key))
            for key in found.keys() | TABLE.keys()
            if found.get(key) != TABLE.get(key)
        }
        assert different == {}


def test_every_operation_has_a_row():
    assert {name for name, _state in TABLE} == operations().keys()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_changes_what_is_the_citys_without_a_token(method):
    allowed = {
        name
        for (name, _state), (anonymous, *_others) in TABLE.items()
        if operations()[name].method == method and anonymous != 401
    }

    assert all(name.startswith("comments_") for name in allowed)
