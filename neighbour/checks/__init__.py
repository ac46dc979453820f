"""Checks that `python3 app.py check` runs on the project itself."""
