"""Text: folding words so that they can be matched, both languages, number marks."""
