"""The demo, loaded once a session: a test gets its rows back, table by table."""

from functools import cache
from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, router, transaction
from django.test import TestCase
from wagtail.models import Page

from tests.caches import clear_caches

BATCH = 40


def put_demo():
    """Fill the database of a test with the demo, as `load_demo` leaves it."""
    for model, rows in demo_rows().items():
        using = router.db_for_write(model)
        fields = model._meta.local_concrete_fields
        model._base_manager.order_by()._raw_delete(using)
        for start in range(0, len(rows), BATCH):
            model._base_manager._insert(
                rows[start : start + BATCH], fields=fields, using=using, raw=True
            )
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), list(demo_rows())):
            cursor.execute(line)
    clear_caches()


def load_demo(*options):
    """Run the command inside a test's transaction, and return what it reports.

    wagtail-localize publishes on commit, which never comes here; the command counts
    children anew after its commit for the same reason as we do.
    """
    report = StringIO()
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("load_demo", *options, stderr=report)
    Page.fix_tree()
    return report.getvalue()


@cache
def demo_rows():
    """Return all rows of each model that loading the demo changes."""
    with transaction.atomic():
        before = read_values()
        load_demo()
        after = read_values()
        rows = {
            model: list(model._base_manager.all())
            for model, values in after.items()
            if values != before[model]
        }
        transaction.set_rollback(True)
    clear_caches()
    return rows


def read_values():
    """Return what the tables of all models hold, by model."""
    return {
        model: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
