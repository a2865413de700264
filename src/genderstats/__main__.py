"""`python -m genderstats`."""

from genderstats.cli import main

if __name__ == "__main__":
    main()
