"""Portable Python: runs unchanged in CPython at build time and in the browser.

Imports `math` and itself, always relatively, and keeps to the subset that MicroPython shares with CPython; a test walks
the syntax trees. In the browser and in the labs this package is called `live`.
"""
