"""From a file to a roster: formats, layout, cells, notices, ledger."""
