"""The API's addresses: rows, the OpenAPI document, and its browsable form."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

from claims.api import views

router = DefaultRouter(use_regex_path=True)
for name, view in (
    ("articles", views.Articles),
    ("claims", views.Claims),
    ("sources", views.Sources),
    ("checks", views.Checks),
    ("rulings", views.Rulings),
    ("alerts", views.Alerts),
    ("changes", views.Changes),
):
    router.register(name, view, basename=name)

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api:schema"), name="docs"),
    path("claims/export.<slug:export>", views.Claims.as_view({"get": "export"}, pagination_class=None), name="export"),
    path("", include(router.urls)),
    re_path("", views.Nowhere.as_view(), name="nowhere"),
]
app_name = "api"
