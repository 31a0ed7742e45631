"""`python -m qawl` is the same as `qawl`."""

from qawl.cli.main import main

if __name__ == "__main__":
    main()
