"""The analyst's own workbook with the notices in it: its package is edited, and what need not change stays byte for byte."""
