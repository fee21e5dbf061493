"""Tests of `customerbook.gui.widgets`."""
