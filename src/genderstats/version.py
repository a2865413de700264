"""The program's version, one home for it."""

VERSION = "0.1.0"
