"""Imported first: the program's models exist from here on. DJANGO_SETTINGS_MODULE and DATABASE_URL must be set."""

import django

django.setup()
