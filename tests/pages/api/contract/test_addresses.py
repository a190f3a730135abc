"""Every address begins as the site's own, by whatever host the API was asked."""

import json

from . import test_access
from .operations import operations
from .town import FIRST, TownCase

# By this host tests ask; the site is called otherwise.
ASKED = "testserver"
WANTED = {
    "pages_find": {"html_path": "/dawny"},
    "search_find": {"q": "program", "locale": "pl"},
    "search_suggest": {"q": "pro", "locale": "pl"},
    "programmes_redline": {"since": "first"},
}


class TestAddresses(TownCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.town.programme, cls.town.uid = cls.town.city.programme, FIRST

    def answers(self):
        """Yield what every operation that anybody may read tells of public things."""
        for operation in operations().values():
            if operation.method != "get" or not operation.is_public:
                continue
            path, query = test_access.TestAccess.places(self, operation, self.town)
            response = self.client.get(
                operation.path.format(**path), {**query, **self.wanted(operation)}
            )
            if response.status_code == 200:
                yield operation.name, response.content.decode()

    def wanted(self, operation):
        if operation.name == "pages_detail":
            return {"expand": ["breadcrumbs", "children", "navigation"]}
        return WANTED.get(operation.name, {})

    def test_no_address_is_that_of_the_request(self):
        told = dict(self.answers())

        assert len(told) > 25
        assert [name for name, text in told.items() if ASKED in text] == []
        root = self.town.site.root_url
        assert sum(root in text for text in told.values()) > 20
        assert json.loads(told["site_detail"])["url"] == root
