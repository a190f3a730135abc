"""Loads the demo: the report of 26 July 2013 and the programme for 2014."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page

from demo.pages import load_pages
from demo.registers import load_registers
from demo.search import load_search
from demo.translate import translate_pages
from demo.users import load_users
from pages.frontpage.models import HomePage


class Command(BaseCommand):
    """Load the demo; what is there already is left as it is."""

    help = (
        "Load the demo content. Running it again changes nothing. Progress goes to "
        "standard error. The demo's users are made only under development settings."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing where the site has a home page already",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and HomePage.objects.exists():
            return
        with transaction.atomic():
            self.report("Registers: units, areas, organisations, project")
            registers = load_registers()
            load_pages(registers, report=self.report)
            translate_pages(report=self.report)
            self.report("Search: synonyms, a promoted result")
            load_search()
            if settings.DEMO_USERS:
                self.report(f"Users: {', '.join(load_users())}")
        # wagtail-localize publishes on commit, from copies of pages made before
        # their children were added: put the counts of children right.
        Page.fix_tree()
        self.report("The demo is loaded.")

    def report(self, line: str) -> None:
        """Print a line of progress."""
        self.stderr.write(line)
