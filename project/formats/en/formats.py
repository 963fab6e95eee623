"""Read by Django (settings.FORMAT_MODULE_PATH)."""

from project.formats import DATE, MOMENT

DATE_FORMAT = DATE
DATETIME_FORMAT = MOMENT
