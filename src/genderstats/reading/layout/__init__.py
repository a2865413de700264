"""How a sheet is laid out: its header, what each column carries, what each row is."""
