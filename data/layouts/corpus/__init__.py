"""What the layout corpus is made of: invented people, columns, sheets, file formats, and the truth about each file."""
