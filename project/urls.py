"""Every address of the desk."""

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

from project import health

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/")),
    path("admin/", admin.site.urls),
    path("health/live", health.live),
    path("health/ready", health.ready),
]
