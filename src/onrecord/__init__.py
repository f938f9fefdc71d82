"""Onrecord reads political news and writes down who says what happened, in which words, when, and how firmly."""
