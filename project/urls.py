"""Every address of the desk."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from claims.api import views
from project import health

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/")),
    path("admin/", admin.site.urls),
    path("language/", include("django.conf.urls.i18n")),
    path("api/v1/", include("claims.api.urls")),
    re_path("^api(/|$)", views.Nowhere.as_view()),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("health/work", health.work),
]
handler400 = "project.errors.refused"
handler500 = "project.errors.broken"
