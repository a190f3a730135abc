"""The site's addresses, and beside them Wagtail's stock API v2 with the same pages."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from config import urls

stock = WagtailAPIRouter("stock")
stock.register_endpoint("pages", PagesAPIViewSet)
urlpatterns = [path("api/v2/", stock.urls), *urls.urlpatterns]
