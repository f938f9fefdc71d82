"""EXPORTERS: what a record can be written as, one file for each format."""
