"""Verbs: the only code that writes rows. No queue and no request here."""
