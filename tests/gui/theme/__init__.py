"""Tests of `customerbook.gui.theme`."""
