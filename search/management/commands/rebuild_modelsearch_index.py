"""modelsearch's own command, with the catalogue for the public before it."""

from typing import Any

from django.db import connection
from modelsearch.management.commands import rebuild_modelsearch_index
from wagtail.search.models import IndexEntry

from search.catalogue.rebuilding import rebuild
from search.catalogue.tasks import ask_to_read_rest
from search.marking import mark_rebuilt
from search.models import CatalogueEntry
from search.vocabulary import rebuild as rebuild_vocabulary

# Until PostgreSQL has counted them, which it does by itself only after a while, it
# reads the many rows of a new index one by one.
COUNTED = (CatalogueEntry, CatalogueEntry.areas.through, IndexEntry)
Base: Any = rebuild_modelsearch_index.Command


def refresh_statistics() -> None:
    """Let PostgreSQL count what it has to plan for; SQLite fares better without."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in COUNTED:
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"ANALYZE {table}")


class Command(Base):
    """Makes the catalogue and all indexes anew while readers go on searching."""

    help = (
        "Makes the catalogue of what the public may find anew, then the search index "
        "of all models, then the words that mistyped ones are compared with. Readers "
        "go on searching meanwhile. Needed after a new version of the analyser, and "
        "after a bulk change past the models."
    )

    def handle(self, **options: Any) -> None:
        """Show each step as it is done."""
        self.verbosity = options["verbosity"]
        if not options["schema_only"]:
            self.write("Catalogue of what the public may find:")
            number = rebuild(self.tell)
            self.write(f"  {number} entries in all")
        super().handle(**options)
        if options["schema_only"]:
            return
        self.write(f"Vocabulary: {rebuild_vocabulary()} words")
        refresh_statistics()
        self.write(f"Files that wait to be read: {ask_to_read_rest()}")
        if options["backend_name"] in (None, "default"):
            mark_rebuilt()

    def tell(self, name: str, number: int, is_done: bool) -> None:
        """Say how many entries of a kind are made; in between only to a person."""
        if is_done:
            self.write(f"  {name}: {number}")
        elif self.stdout.isatty():
            self.write(f"  {name}: {number}", ending="\r")
            self.stdout.flush()
