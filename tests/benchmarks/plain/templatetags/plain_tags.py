"""Template tags as in Wagtail's Bakery demo (`navigation_tags`)."""

from django import template
from wagtail.models import Site

from tests.benchmarks.plain.models import PlainPage

register = template.Library()


@register.simple_tag(takes_context=True)
def get_site_root(context):
    return Site.find_for_request(context["request"]).root_page.localized


@register.simple_tag
def get_footer_pages(site_root):
    return PlainPage.objects.descendant_of(site_root).live().filter(show_in_footer=True)
